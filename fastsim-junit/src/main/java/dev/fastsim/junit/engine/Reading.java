package dev.fastsim.junit.engine;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;

/** A spec as it was read, without mistakes. */
sealed interface Reading permits ModelReading, FileReading {

  /** What to simulate, and what is promised. */
  Scenario scenario();

  /** Where a limit on a metric is written. */
  StackTraceElement frame(Metric metric);

  /** Where the whole of it is written. */
  StackTraceElement frame();
}
