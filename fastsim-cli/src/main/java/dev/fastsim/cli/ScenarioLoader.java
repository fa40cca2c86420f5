package dev.fastsim.cli;

import dev.fastsim.yaml.LoadedScenario;
import java.nio.file.Path;

/** Reads scenario files. */
@FunctionalInterface
interface ScenarioLoader {

  /**
   * Reads one file.
   *
   * @throws dev.fastsim.yaml.InvalidFileException if it cannot be read or is not a scenario
   */
  LoadedScenario load(Path file);
}
