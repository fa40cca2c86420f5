package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.SimulationResult;

/** The entry point; see the package for how the assertions read. */
public final class FastSimAssertions {

  private FastSimAssertions() {}

  /** Starts assertions about a result. */
  public static SimulationResultAssert assertThat(SimulationResult actual) {
    return new SimulationResultAssert(actual, Failures.THROWN);
  }
}
