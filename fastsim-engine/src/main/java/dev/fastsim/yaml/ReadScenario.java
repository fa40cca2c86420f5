package dev.fastsim.yaml;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import java.util.Map;

/**
 * What a dialect makes of a document.
 *
 * @param scenario without mistakes
 * @param objectiveLines in which line each limited metric is limited
 */
record ReadScenario(Scenario scenario, Map<Metric, Integer> objectiveLines) {

  /** Of a dialect that cannot promise anything. */
  static ReadScenario withoutObjectives(Scenario scenario) {
    return new ReadScenario(scenario, Map.of());
  }
}
