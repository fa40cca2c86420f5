package dev.fastsim.metrics;

import org.HdrHistogram.Histogram;

/** Records durations in nanoseconds: a histogram of three digits, and the exact moments. */
public final class TimeRecorder {

  private final Histogram histogram = newHistogram();

  /** Durations of zero that are not in the histogram yet. */
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
    histogram.recordValue(nanos);
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

  /** What was recorded so far; later records change it. */
  public TimeDistribution read() {
    if (nothings > 0) {
      histogram.recordValueWithCount(0, nothings);
      nothings = 0;
      min = 0;
    }
    return new TimeDistribution(histogram, sum, min, max);
  }
}
