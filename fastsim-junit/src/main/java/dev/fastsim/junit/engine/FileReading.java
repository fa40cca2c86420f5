package dev.fastsim.junit.engine;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.LoadedScenario;

/**
 * A scenario file as it was read.
 *
 * @param type the class that names it
 * @param file as the class names it
 * @param loaded without mistakes
 */
record FileReading(Class<?> type, String file, LoadedScenario loaded) implements Reading {

  @Override
  public Scenario scenario() {
    return loaded.scenario();
  }

  /** The class, the file and the line. */
  @Override
  public StackTraceElement frame(Metric metric) {
    return frame(loaded.objectiveLines().getOrDefault(metric, 1));
  }

  @Override
  public StackTraceElement frame() {
    return frame(1);
  }

  private StackTraceElement frame(int line) {
    return new StackTraceElement(
        type.getName(), "<file>", file.substring(file.lastIndexOf('/') + 1), line);
  }
}
