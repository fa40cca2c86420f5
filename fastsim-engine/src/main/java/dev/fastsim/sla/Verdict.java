package dev.fastsim.sla;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.scenario.Objective;

/**
 * An objective and what the simulation says of it.
 *
 * @param objective the promise
 * @param decision whether it is kept
 * @param measured the metric in its unit, with its interval
 * @param reason why the decision is not what the interval alone suggests; else empty
 */
public record Verdict(Objective objective, Decision decision, Estimate measured, String reason) {}
