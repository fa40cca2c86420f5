package dev.fastsim.metrics;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Records durations in nanoseconds: counts in the cells of an HdrHistogram of three digits, and the
 * exact moments.
 *
 * <p>A cell is one of 1024 to a doubling; below 2048 ns each nanosecond has its own. The counts
 * become a {@link Histogram} when they are read: adding to one costs several times as much as
 * adding to an array.
 */
public final class TimeRecorder {

  private static final int CELLS_LOG2 = 10;

  /** Longer durations need one shift more for each doubling. */
  private static final int UNSHIFTED_BITS = CELLS_LOG2 + 1;

  private static final long UNSHIFTED = (1L << UNSHIFTED_BITS) - 1;

  private long[] counts = new long[1 << UNSHIFTED_BITS];
  private long nothings;
  private double sum;
  private long min = Long.MAX_VALUE;
  private long max;

  static Histogram newHistogram() {
    Histogram histogram = new Histogram(1, 2, 3);
    histogram.setAutoResize(true);
    return histogram;
  }

  /** Records one duration, not negative. */
  public void record(long nanos) {
    int cell = cell(nanos);
    if (cell >= counts.length) {
      grow(cell);
    }
    counts[cell]++;
    sum += nanos;
    if (nanos < min) {
      min = nanos;
    }
    if (nanos > max) {
      max = nanos;
    }
  }

  /** Records a duration of zero. */
  public void recordNothing() {
    nothings++;
  }

  private static int cell(long nanos) {
    int shift = 64 - UNSHIFTED_BITS - Long.numberOfLeadingZeros(nanos | UNSHIFTED);
    return (shift << CELLS_LOG2) + (int) (nanos >>> shift);
  }

  /** The shortest duration in a cell. */
  private static long least(int cell) {
    int shift = Math.max(0, (cell >>> CELLS_LOG2) - 1);
    return (long) (cell - (shift << CELLS_LOG2)) << shift;
  }

  private void grow(int cell) {
    int doublings = (cell >>> CELLS_LOG2) + 1;
    counts = Arrays.copyOf(counts, doublings << CELLS_LOG2);
  }

  /** What was recorded so far. */
  public TimeDistribution read() {
    Histogram histogram = newHistogram();
    if (nothings > 0) {
      histogram.recordValueWithCount(0, nothings);
    }
    for (int cell = counts.length - 1; cell >= 0; cell--) {
      if (counts[cell] > 0) {
        histogram.recordValueWithCount(least(cell), counts[cell]);
      }
    }
    return new TimeDistribution(histogram, sum, nothings > 0 ? 0 : min, max);
  }
}
