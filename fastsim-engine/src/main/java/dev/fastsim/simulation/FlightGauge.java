package dev.fastsim.simulation;

import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.Level;

/**
 * How many messages are on a link. Flights are known when they begin, or even before, so they are
 * no events.
 *
 * <p>The mean needs only how long each flight lasts. The maximum needs the number of flights at the
 * beginning of each, but only if it may be a new maximum: ends are collected unsorted, and those
 * that have passed are thrown out when there are more than the maximum so far. What is left then is
 * kept in order if it is much.
 */
final class FlightGauge {

  /** So few ends are looked through one by one. */
  private static final int RECENT_MOST = 64;

  private final Window window;

  /** Flights that are announced but have not begun. */
  private final TimerQueue starts = new TimerQueue();

  /** Ends of flights, some of which may have passed. */
  private final long[] recentEnds = new long[RECENT_MOST];

  private int recent;
  private final TimerQueue otherEnds = new TimerQueue();

  private double area;
  private long max;

  FlightGauge(Window window) {
    this.window = window;
  }

  /** A message will be on the link for a while, which begins now or later. */
  void fly(long start, long end, long now) {
    beginAnnounced(now);
    if (start == end) {
      return;
    }
    area += window.overlap(start, end);
    if (recent == RECENT_MOST) {
      sortOut(now);
    }
    recentEnds[recent++] = end;
    if (start > now) {
      starts.add(start, 0);
    } else {
      begin(now);
    }
  }

  private void beginAnnounced(long now) {
    while (starts.nextTime() <= now) {
      long start = starts.nextTime();
      starts.poll();
      begin(start);
    }
  }

  /** A flight has begun at a time when nothing else is unaccounted for. */
  private void begin(long now) {
    if (recent + otherEnds.size() - starts.size() > max) {
      forgetPast(now);
      max = Math.max(max, level());
    }
  }

  /** Exact after {@link #forgetPast}; a flight that has not begun has an end, but is not there. */
  private int level() {
    return recent + otherEnds.size() - starts.size();
  }

  private void forgetPast(long now) {
    int left = 0;
    for (int i = 0; i < recent; i++) {
      long end = recentEnds[i];
      recentEnds[left] = end;
      left += end > now ? 1 : 0;
    }
    recent = left;
    while (otherEnds.nextTime() <= now) {
      otherEnds.poll();
    }
  }

  /** Makes room among the recent ends. */
  private void sortOut(long now) {
    forgetPast(now);
    if (recent > RECENT_MOST / 2) {
      for (int i = 0; i < recent; i++) {
        otherEnds.add(recentEnds[i], 0);
      }
      recent = 0;
    }
  }

  /** Measures the maximum from now on. */
  void restart(long now) {
    beginAnnounced(now);
    forgetPast(now);
    max = level();
  }

  /** Mean and maximum in the measured time. */
  Level read() {
    beginAnnounced(window.to());
    return new Level(area / window.length(), max);
  }
}
