package dev.fastsim.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where completed requests spent their time: nanoseconds in each category, kept apart by latency,
 * so that the slow tail can be told from the rest.
 *
 * <p>Latencies fall into classes of which 16 make a doubling; a tail that starts inside a class
 * counts that class in proportion.
 */
public final class TimeBreakdown {

  private static final int CLASSES_PER_DOUBLING_LOG2 = 4;
  private static final int CLASSES = 64 << CLASSES_PER_DOUBLING_LOG2;

  private final List<String> categories;
  private final double[] @Nullable [] nanos = new double[CLASSES][];
  private final long[] counts = new long[CLASSES];

  /** Makes an empty breakdown over named categories. */
  public TimeBreakdown(List<String> categories) {
    this.categories = List.copyOf(categories);
  }

  /** The categories, in order. */
  public List<String> categories() {
    return categories;
  }

  /**
   * Counts one request and returns the row of nanoseconds to add its times to, one cell for each
   * category.
   */
  public double[] rowFor(long latencyNanos) {
    int row = latencyClass(latencyNanos);
    counts[row]++;
    double[] cells = nanos[row];
    if (cells == null) {
      cells = new double[categories.size()];
      nanos[row] = cells;
    }
    return cells;
  }

  /** Adds another breakdown over the same categories. */
  public void add(TimeBreakdown other) {
    if (!categories.equals(other.categories)) {
      throw new IllegalArgumentException("the breakdowns have different categories");
    }
    for (int row = 0; row < CLASSES; row++) {
      double[] cells = other.nanos[row];
      if (cells != null) {
        double[] mine = nanos[row];
        if (mine == null) {
          mine = new double[cells.length];
          nanos[row] = mine;
        }
        for (int i = 0; i < cells.length; i++) {
          mine[i] += cells[i];
        }
        counts[row] += other.counts[row];
      }
    }
  }

  /**
   * The shares of time that the slowest requests spent in each category, the largest first;
   * categories without time are left out.
   *
   * @param slowest the share of requests looked at, above 0 and at most 1
   */
  public List<Share> shares(double slowest) {
    double[] totals = new double[categories.size()];
    double wanted = Arrays.stream(counts).sum() * slowest;
    for (int row = CLASSES - 1; row >= 0 && wanted > 0; row--) {
      double[] cells = nanos[row];
      if (cells != null) {
        double part = Math.min(1, wanted / counts[row]);
        for (int i = 0; i < cells.length; i++) {
          totals[i] += cells[i] * part;
        }
        wanted -= counts[row];
      }
    }
    double all = Arrays.stream(totals).sum();
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < totals.length; i++) {
      if (totals[i] > 0) {
        shares.add(new Share(categories.get(i), totals[i] / all));
      }
    }
    shares.sort(Comparator.comparingDouble(Share::share).reversed());
    return shares;
  }

  static int latencyClass(long nanos) {
    if (nanos < 1 << CLASSES_PER_DOUBLING_LOG2) {
      return (int) nanos;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(nanos) - CLASSES_PER_DOUBLING_LOG2;
    return (exponent << CLASSES_PER_DOUBLING_LOG2) + (int) (nanos >>> exponent);
  }

  /**
   * A category's part of the time.
   *
   * @param category its name
   * @param share from 0 to 1
   */
  public record Share(String category, double share) {}
}
