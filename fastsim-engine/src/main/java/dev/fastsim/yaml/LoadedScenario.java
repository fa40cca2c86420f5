package dev.fastsim.yaml;

import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A scenario read from a file.
 *
 * @param scenario named like the file, without its ending
 * @param warnings by position: what is tolerated but may not mean what its writer thinks
 * @param dialect the file is written in
 */
@API(status = API.Status.EXPERIMENTAL)
public record LoadedScenario(Scenario scenario, List<YamlMistake> warnings, Dialect dialect) {
  public LoadedScenario {
    warnings = List.copyOf(warnings);
  }
}
