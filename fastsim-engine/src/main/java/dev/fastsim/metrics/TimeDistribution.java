package dev.fastsim.metrics;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A distribution of durations. Count, mean, minimum and maximum are exact; percentiles have three
 * significant digits (see {@link #resolution}).
 */
public final class TimeDistribution {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Histogram histogram;
  private final double sum;
  private final long min;
  private final long max;

  TimeDistribution(Histogram histogram, double sum, long min, long max) {
    this.histogram = histogram;
    this.sum = sum;
    this.min = min;
    this.max = max;
  }

  /** All durations of several distributions together. */
  public static TimeDistribution pool(List<TimeDistribution> parts) {
    Histogram histogram = TimeRecorder.newHistogram();
    double sum = 0;
    long min = Long.MAX_VALUE;
    long max = 0;
    for (TimeDistribution part : parts) {
      histogram.add(part.histogram);
      sum += part.sum;
      min = Math.min(min, part.min);
      max = Math.max(max, part.max);
    }
    return new TimeDistribution(histogram, sum, min, max);
  }

  /**
   * The durations that were recorded after a snapshot was taken. Count and mean are exact; minimum
   * and maximum are those of the whole, since a histogram does not tell them.
   *
   * @param earlier a {@link #snapshot} of the same recorder
   */
  public TimeDistribution since(TimeDistribution earlier) {
    Histogram rest = histogram.copy();
    rest.subtract(earlier.histogram);
    return new TimeDistribution(rest, sum - earlier.sum, min, max);
  }

  /** What it holds now, whatever is recorded later. */
  public TimeDistribution snapshot() {
    return new TimeDistribution(histogram.copy(), sum, min, max);
  }

  /** How many durations. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** The mean in seconds; NaN if there are none. */
  public double mean() {
    return sum / count() / NANOS_PER_SECOND;
  }

  /** The shortest in seconds; NaN if there are none. */
  public double min() {
    return count() == 0 ? Double.NaN : min / NANOS_PER_SECOND;
  }

  /** The longest in seconds; NaN if there are none. */
  public double max() {
    return count() == 0 ? Double.NaN : max / NANOS_PER_SECOND;
  }

  /**
   * A percentile in seconds: the smallest duration that at least this share of all does not exceed.
   *
   * @param percent from 0 to 100
   * @return the percentile, within {@link #resolution} and never outside min and max; NaN if there
   *     are no durations
   */
  public double percentile(double percent) {
    if (count() == 0) {
      return Double.NaN;
    }
    long bucket = histogram.getValueAtPercentile(percent);
    long middle = histogram.medianEquivalentValue(bucket);
    return Math.max(min, Math.min(max, middle)) / NANOS_PER_SECOND;
  }

  /** By how much a percentile near a value may differ from the exact one, in seconds. */
  public double resolution(double seconds) {
    long nanos = (long) (seconds * NANOS_PER_SECOND);
    return histogram.sizeOfEquivalentValueRange(nanos) / 2.0 / NANOS_PER_SECOND;
  }

  /** A copy of the histogram, in nanoseconds. */
  public Histogram toHistogram() {
    return histogram.copy();
  }
}
