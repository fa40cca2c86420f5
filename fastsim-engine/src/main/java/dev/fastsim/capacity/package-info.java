/**
 * Capacity planning: what would fix a breach ({@link dev.fastsim.capacity.Remedies}), how much more
 * traffic there is room for ({@link dev.fastsim.capacity.Headroom}), and what the cheapest machines
 * are that keep the promises ({@link dev.fastsim.capacity.Sizing}).
 *
 * <p>All of it comes down to one thing: simulate the scenario with a {@link
 * dev.fastsim.scenario.Change}, with the same random numbers, and look whether the promises are
 * kept. No formula stands in for a simulation, and no search looks at a clock: what it may cost is
 * a number of simulated events, so that the answer is the same on every machine.
 */
@NullMarked
@API(status = EXPERIMENTAL)
package dev.fastsim.capacity;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
