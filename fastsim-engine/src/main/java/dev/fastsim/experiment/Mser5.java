package dev.fastsim.experiment;

import java.util.OptionalInt;

/**
 * Finds how much of the start of a series to leave out, so that what remains tells as much as it
 * can of the steady state: the rule MSER-5 (White 1997, "An effective truncation heuristic for bias
 * reduction in simulation output", <i>Simulation</i> 69; White, Cobb and Spratt 2000, "A comparison
 * of five steady-state truncation heuristics for simulation", WSC).
 *
 * <p>The series is averaged in batches of five, {@code Z_1 .. Z_k}. Leaving out the first d, the
 * squared standard error of the mean of the rest, as if they were independent, is
 *
 * <pre>MSER(d) = sum over j &gt; d of (Z_j - mean of these)^2 / (k - d)^2</pre>
 *
 * <p>The d of the smallest one is chosen, of those that leave at least half. Leaving out what is
 * unlike the rest makes the sum smaller; leaving out more makes the divisor smaller. A choice that
 * is all but half, of a series that seems to want to lose more, says nothing but that the series is
 * too short, or has no steady state.
 */
final class Mser5 {

  static final int BATCH = 5;

  private static final int FEWEST_BATCHES = 10;

  /** Up to which part of the series a choice is one. */
  private static final double MOST = 0.45;

  private Mser5() {}

  /**
   * How many values at the start to leave out.
   *
   * @param series at least ten batches of five; what remains of a last batch is not looked at
   * @return a multiple of five that is at most 45% of the series; empty if it would be more
   */
  static OptionalInt truncation(double[] series) {
    int batches = series.length / BATCH;
    if (batches < FEWEST_BATCHES) {
      throw new IllegalArgumentException(
          "MSER-5 needs a series of at least %d values, not %d"
              .formatted(FEWEST_BATCHES * BATCH, series.length));
    }
    double best = Double.POSITIVE_INFINITY;
    int chosen = 0;
    double mean = 0;
    double squares = 0;
    // From the end, so that each batch is added once (Welford 1962); of equal ones the smallest d.
    for (int d = batches - 1; d >= 0; d--) {
      int count = batches - d;
      double value = batch(series, d);
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
      double error = squares / count / count;
      if (2 * d <= batches && error <= best) {
        best = error;
        chosen = d;
      }
    }
    return chosen <= MOST * batches ? OptionalInt.of(chosen * BATCH) : OptionalInt.empty();
  }

  private static double batch(double[] series, int index) {
    double sum = 0;
    for (int i = 0; i < BATCH; i++) {
      sum += series[index * BATCH + i];
    }
    return sum / BATCH;
  }
}
