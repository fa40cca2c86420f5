package dev.fastsim.cli;

import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.ScenarioFile;
import java.nio.file.Path;
import java.util.List;

/** Reads scenario files. */
@FunctionalInterface
interface ScenarioLoader {

  /**
   * Reads one file.
   *
   * @throws dev.fastsim.yaml.InvalidFileException if it cannot be read or is not a scenario
   */
  LoadedScenario load(Path file);

  /**
   * Reads one file, some values of which are others than it says.
   *
   * @param settings as {@link ScenarioFile#load(Path, List)} reads them
   */
  default LoadedScenario load(Path file, List<String> settings) {
    return settings.isEmpty() ? load(file) : ScenarioFile.load(file, settings);
  }
}
