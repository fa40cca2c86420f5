/**
 * What queueing theory says of a scenario: the {@linkplain dev.fastsim.theory.KnownQueue queues}
 * with closed formulas, and the {@linkplain dev.fastsim.theory.Theory recognition} of scenarios
 * that are one, or the assumption that rules it out.
 *
 * <p>Nothing here is used to simulate or to judge; it stands beside what was observed.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.theory;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
