package dev.fastsim.experiment;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A number estimated from independent replications, or from the batches of a single long one.
 *
 * @param value mean over the replications; NaN if none had any sample
 * @param low lower end of the 95% confidence interval; minus infinity if a single value tells
 *     nothing of the variance
 * @param high upper end
 * @param replications or batches that had a value
 */
public record Estimate(double value, double low, double high, int replications) {

  private static final double CONFIDENCE = 0.95;

  /** Equal values that were computed in different ways differ by less, in relation to them. */
  private static final double ROUNDING = 1e-12;

  /**
   * Student's t interval: mean &plusmn; t(n - 1, 0.975) s / sqrt(n), for independent, roughly
   * normal values (Law, <i>Simulation Modeling and Analysis</i>, 5th ed., eq. 4.12).
   *
   * @param values one for each replication; NaN where it had no sample
   */
  public static Estimate of(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    int n = known.length;
    if (n == 0) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
    }
    double mean = known[0]; // taken as the origin, so that equal values have no variance
    for (double value : known) {
      mean += (value - known[0]) / n;
    }
    if (n == 1) {
      return new Estimate(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    }
    double squares = 0;
    for (double value : known) {
      squares += (value - mean) * (value - mean);
    }
    double standardError = Math.sqrt(squares / (n - 1) / n);
    double half =
        standardError <= ROUNDING * Math.abs(mean) ? 0 : quantile(n, CONFIDENCE) * standardError;
    return new Estimate(mean, mean - half, mean + half, n);
  }

  private static double quantile(int n, double confidence) {
    return new TDistribution(n - 1).inverseCumulativeProbability((1 + confidence) / 2);
  }

  /**
   * The same estimate with an interval of another confidence.
   *
   * @param confidence above 0 and below 1
   */
  public Estimate at(double confidence) {
    if (replications < 2 || confidence == CONFIDENCE) {
      return this;
    }
    double ratio = quantile(replications, confidence) / quantile(replications, CONFIDENCE);
    return new Estimate(
        value, value - ratio * (value - low), value + ratio * (high - value), replications);
  }

  /** Whether no replication had a sample. */
  public boolean isUnknown() {
    return replications == 0;
  }

  /**
   * The interval in words: {@code 95% CI 161 ms .. 165.4 ms}; empty if there is none, or if it is a
   * single value. Metrics are not negative, so neither is its lower end.
   *
   * @param format prints a value with its unit
   */
  public Optional<String> intervalText(DoubleFunction<String> format) {
    if (!Double.isFinite(low) || low == high) {
      return Optional.empty();
    }
    return Optional.of(
        "95%% CI %s .. %s".formatted(format.apply(Math.max(0, low)), format.apply(high)));
  }

  /** The same estimate with another upper end. */
  public Estimate withHigh(double other) {
    return new Estimate(value, low, other, replications);
  }

  /** An estimate that is as precise as this one, of a value that was found in another way. */
  Estimate around(double other) {
    return new Estimate(other, other - (value - low), other + (high - value), replications);
  }
}
