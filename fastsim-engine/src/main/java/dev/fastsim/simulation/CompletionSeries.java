package dev.fastsim.simulation;

import java.util.Arrays;
import java.util.List;

/** Completions in intervals of whole seconds; each has its end but not its start. */
final class CompletionSeries {

  private static final int INTERVALS_MOST = 3600;
  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final long[] counts;

  /** The interval of the last completion, most likely that of the next. */
  private int current;

  private long currentStart;
  private long currentEnd;

  CompletionSeries(long horizon) {
    interval = SECOND * Math.max(1, ceilDiv(ceilDiv(horizon, SECOND), INTERVALS_MOST));
    counts = new long[(int) ceilDiv(horizon, interval)];
    currentEnd = interval;
  }

  private static long ceilDiv(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  /** Counts a completion, not later than the horizon; that at 0 is in the first interval. */
  void add(long time) {
    if (time <= currentStart || time > currentEnd) {
      find(time);
    }
    counts[current]++;
  }

  private void find(long time) {
    current = (int) (Math.max(0, time - 1) / interval);
    currentStart = current * interval;
    currentEnd = currentStart + interval;
  }

  double intervalSeconds() {
    return interval / (double) SECOND;
  }

  /** Completions per second in each interval; the last one may be cut short by the horizon. */
  List<Double> perSecond() {
    return Arrays.stream(counts).mapToObj(count -> count / intervalSeconds()).toList();
  }
}
