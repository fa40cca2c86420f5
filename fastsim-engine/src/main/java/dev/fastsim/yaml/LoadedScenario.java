package dev.fastsim.yaml;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A scenario read from a file.
 *
 * @param scenario named as the file says, or, in AsyncFlow's dialect, like the file without ending
 * @param warnings by position: what is tolerated but may not mean what its writer thinks
 * @param dialect the file is written in
 * @param objectiveLines in which line, from 1, each limited metric is limited
 */
@API(status = API.Status.EXPERIMENTAL)
public record LoadedScenario(
    Scenario scenario,
    List<YamlMistake> warnings,
    Dialect dialect,
    Map<Metric, Integer> objectiveLines) {
  public LoadedScenario {
    warnings = List.copyOf(warnings);
    objectiveLines = Map.copyOf(objectiveLines);
  }
}
