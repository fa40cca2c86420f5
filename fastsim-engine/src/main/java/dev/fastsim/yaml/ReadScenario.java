package dev.fastsim.yaml;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a dialect makes of a document.
 *
 * @param scenario without mistakes
 * @param objectiveLines in which line each limited metric is limited
 * @param headroom how many times the traffic all promises are to hold at, if that is promised
 */
record ReadScenario(
    Scenario scenario, Map<Metric, Integer> objectiveLines, OptionalDouble headroom) {

  /** Of a dialect that cannot promise anything. */
  static ReadScenario withoutObjectives(Scenario scenario) {
    return new ReadScenario(scenario, Map.of(), OptionalDouble.empty());
  }
}
