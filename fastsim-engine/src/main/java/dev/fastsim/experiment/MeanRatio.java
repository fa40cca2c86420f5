package dev.fastsim.experiment;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How many times as large one mean is as another, with its 95% interval.
 *
 * <p>The interval is Fieller's (<i>Some problems in interval estimation</i>, 1954): it holds the
 * ratios r for which the difference of the one mean and r times the other is not significant by
 * Student's t. It ends at a limit exactly when a test against that limit does, which an interval
 * around the ratio would not, since a ratio is not normal. It is exact for normal values. Means are
 * not negative here, so neither is the interval; it has no upper end if the mean that is divided by
 * might be 0.
 */
final class MeanRatio {

  private static final double QUANTILE = 0.975;

  /** Means, variances of the means, and their covariance; x is divided by. */
  private record Moments(double x, double y, double xx, double yy, double xy) {}

  private MeanRatio() {}

  /**
   * Of values that belong together one by one (paired-t): what they have in common is no noise.
   *
   * @param before divided by; as many as after
   */
  static Estimate paired(double[] before, double[] after) {
    int n = before.length;
    double x = mean(before);
    double y = mean(after);
    double pairs = (double) n * (n - 1);
    return interval(
        new Moments(
            x,
            y,
            products(before, x, before, x) / pairs,
            products(after, y, after, y) / pairs,
            products(before, x, after, y) / pairs),
        n - 1,
        n);
  }

  /**
   * Of independent values, each sample with a variance of its own (Welch, <i>The generalization of
   * Student's problem when several different population variances are involved</i>, 1947).
   *
   * @param before divided by
   */
  static Estimate independent(double[] before, double[] after) {
    int m = before.length;
    int n = after.length;
    double x = mean(before);
    double y = mean(after);
    double xx = products(before, x, before, x) / ((double) m * (m - 1));
    double yy = products(after, y, after, y) / ((double) n * (n - 1));
    double scaled = x == 0 ? xx : xx * (y / x) * (y / x);
    double freedom =
        (scaled + yy) * (scaled + yy) / (scaled * scaled / (m - 1) + yy * yy / (n - 1));
    return interval(new Moments(x, y, xx, yy, 0), freedom, Math.min(m, n));
  }

  private static double mean(double[] values) {
    return Estimate.of(values).value();
  }

  private static double products(double[] a, double meanA, double[] b, double meanB) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }

  private static Estimate interval(Moments moments, double freedom, int n) {
    double ratio = moments.y == moments.x ? 1 : moments.y / moments.x;
    if (n < 2) {
      return new Estimate(ratio, 0, Double.POSITIVE_INFINITY, n);
    } else if (moments.xx == 0 && moments.yy == 0) {
      return new Estimate(ratio, ratio, ratio, n);
    }
    double t = new TDistribution(freedom).inverseCumulativeProbability(QUANTILE);
    // The ends are the roots of a r^2 - 2 b r + c.
    double a = moments.x * moments.x - t * t * moments.xx;
    double b = moments.x * moments.y - t * t * moments.xy;
    double c = moments.y * moments.y - t * t * moments.yy;
    double root = Math.sqrt(Math.max(0, b * b - a * c));
    double low = c > 0 ? c / (b + root) : 0;
    double high = a > 0 ? (b + root) / a : Double.POSITIVE_INFINITY;
    return new Estimate(ratio, low, high, n);
  }
}
