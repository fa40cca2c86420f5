/**
 * What to simulate: an immutable description of services and how requests reach them, the traffic,
 * what goes wrong, what is promised, and the runs to make.
 *
 * <p>Each record checks its own ranges when it is made; {@link Scenario} checks how the records fit
 * together, and reports every mistake at once. Nothing here knows how a scenario was written (model
 * class, file, builder) or how it will be played.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.scenario;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
