package dev.fastsim.yaml;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * A scenario read from a file.
 *
 * @param scenario named as the file says, or, in AsyncFlow's dialect, like the file without ending
 * @param warnings by position: what is tolerated but may not mean what its writer thinks
 * @param dialect the file is written in
 * @param objectiveLines in which line, from 1, each limited metric is limited
 * @param headroom how many times the traffic all promises are to hold at, if that is promised
 */
@API(status = API.Status.EXPERIMENTAL)
public record LoadedScenario(
    Scenario scenario,
    List<YamlMistake> warnings,
    Dialect dialect,
    Map<Metric, Integer> objectiveLines,
    OptionalDouble headroom) {
  public LoadedScenario {
    warnings = List.copyOf(warnings);
    objectiveLines = Map.copyOf(objectiveLines);
  }

  /** One that promises no headroom. */
  public LoadedScenario(
      Scenario scenario,
      List<YamlMistake> warnings,
      Dialect dialect,
      Map<Metric, Integer> objectiveLines) {
    this(scenario, warnings, dialect, objectiveLines, OptionalDouble.empty());
  }

  /** The same file with another scenario. */
  public LoadedScenario withScenario(Scenario other) {
    return new LoadedScenario(other, warnings, dialect, objectiveLines, headroom);
  }
}
