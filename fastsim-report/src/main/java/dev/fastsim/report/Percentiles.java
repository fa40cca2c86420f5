package dev.fastsim.report;

import java.util.stream.IntStream;

/** Percentiles at equal steps on a scale of nines: ten to each nine. */
final class Percentiles {

  private static final int STEPS_PER_NINE = 10;

  private Percentiles() {}

  /**
   * From 0 as far as a number of values can tell: a percentile needs one value beyond it.
   *
   * @param count at least 1
   * @return shares, ascending, each below 1
   */
  static double[] upTo(long count) {
    int last = (int) Math.floor(Math.log10(count) * STEPS_PER_NINE);
    return IntStream.rangeClosed(0, last)
        .mapToDouble(step -> 1 - Math.pow(10, -(double) step / STEPS_PER_NINE))
        .toArray();
  }
}
