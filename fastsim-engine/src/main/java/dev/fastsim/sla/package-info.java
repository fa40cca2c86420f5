/**
 * What a service promises, and whether a simulation shows that it keeps the promise: an {@link
 * dev.fastsim.scenario.Objective}, its three-valued {@link dev.fastsim.sla.Verdict}, and the
 * explanation of a breach.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.sla;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
