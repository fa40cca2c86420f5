package dev.fastsim.random;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** How far a sample lies from what it should be, in units whose distribution is known. */
record SampleStatistics(double[] values) {

  static SampleStatistics draw(Distribution distribution, String name, int size) {
    Sampler sampler = distribution.sampler(new Streams(7).stream(0, name, "sample"));
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = sampler.next();
    }
    return new SampleStatistics(values);
  }

  /** The n-th moment about {@code centre}. */
  private double moment(double centre, int n) {
    return Arrays.stream(values).map(x -> Math.pow(x - centre, n)).sum() / values.length;
  }

  /** Standard normal when the mean is right. */
  double meanScore(double mean, double variance) {
    return (moment(0, 1) - mean) / Math.sqrt(variance / values.length);
  }

  /** About standard normal when the variance is right and the fourth moment exists. */
  double varianceScore(double mean, double variance) {
    double error = Math.sqrt((moment(mean, 4) - variance * variance) / values.length);
    return (moment(mean, 2) - variance) / error;
  }

  /**
   * {@code sqrt(n) D}, which has the distribution of Kolmogorov when the CDF is right and
   * continuous, and is smaller in distribution where the CDF jumps.
   */
  double kolmogorovScore(DoubleUnaryOperator cdf) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i - 1] < sorted[i]) {
        double below = cdf.applyAsDouble(Math.nextDown(sorted[i]));
        distance = Math.max(distance, Math.abs(below - i / n));
      }
      if (i == sorted.length - 1 || sorted[i] < sorted[i + 1]) {
        double upTo = cdf.applyAsDouble(sorted[i]);
        distance = Math.max(distance, Math.abs((i + 1) / n - upTo));
      }
    }
    return Math.sqrt(n) * distance;
  }
}
