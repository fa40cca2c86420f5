package dev.fastsim.junit.engine;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;

/**
 * A scenario file as it was read.
 *
 * @param type the class that names it
 * @param file as the class names it
 * @param scenario without mistakes
 */
record FileReading(Class<?> type, String file, Scenario scenario) implements Reading {

  /** The class and the file. */
  @Override
  public StackTraceElement frame(Metric metric) {
    return new StackTraceElement(
        type.getName(), "<file>", file.substring(file.lastIndexOf('/') + 1), -1);
  }
}
