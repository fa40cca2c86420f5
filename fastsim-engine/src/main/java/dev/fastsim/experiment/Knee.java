package dev.fastsim.experiment;

import java.util.OptionalInt;

/**
 * The knee of a convex curve: where it is farthest below the straight line from its first point to
 * its last, once both axes are scaled to [0, 1]. This is Kneedle for a curve known as a whole,
 * without smoothing (Satopää, Albrecht, Irwin and Raghavan, <i>Finding a "Kneedle" in a
 * Haystack</i>, 2011, section III); a falling curve is mirrored first.
 */
final class Knee {

  /** Less than this below the line is no knee but noise. */
  private static final double LEAST = 0.1;

  private Knee() {}

  /**
   * The number of the point that is the knee.
   *
   * @param x strictly ascending
   * @param y one for each
   * @return empty if there are fewer than three points, one is not finite, or the curve has no knee
   */
  static OptionalInt of(double[] x, double[] y) {
    int last = x.length - 1;
    if (last < 2) {
      return OptionalInt.empty();
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : y) {
      if (!Double.isFinite(value)) {
        return OptionalInt.empty();
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    boolean falls = y[last] < y[0];
    int knee = -1;
    double farthest = LEAST;
    for (int i = 0; i <= last && high > low; i++) {
      double along = (x[i] - x[0]) / (x[last] - x[0]);
      double below = (falls ? 1 - along : along) - (y[i] - low) / (high - low);
      if (below > farthest) {
        farthest = below;
        knee = i;
      }
    }
    return knee < 0 ? OptionalInt.empty() : OptionalInt.of(knee);
  }
}
