package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.SimulationResult;
import org.assertj.core.api.SoftAssertions;

/**
 * AssertJ's soft assertions and ours: all failures are reported together, at the end.
 *
 * <pre>{@code
 * FastSimSoftAssertions softly = new FastSimSoftAssertions();
 * softly.assertThat(result).cpuUtilization().isLessThan(0.7);
 * softly.assertThat(result).endpoint("GET /cart").p99().isLessThan(Duration.ofMillis(50));
 * softly.assertAll();
 * }</pre>
 */
public class FastSimSoftAssertions extends SoftAssertions {

  /** Starts collecting. */
  public FastSimSoftAssertions() {}

  /** Starts soft assertions about a result. */
  public SimulationResultAssert assertThat(SimulationResult actual) {
    return new SimulationResultAssert(actual, this::collectAssertionError);
  }
}
