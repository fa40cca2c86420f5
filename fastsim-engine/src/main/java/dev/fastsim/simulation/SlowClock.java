package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;

/**
 * What a clock shows that goes slower when its machine does: the time the machine would have needed
 * for what it has done, had it never been slow. It counts whole nanoseconds.
 */
final class SlowClock {

  /** Longer than any run. */
  private static final double ENDLESS = 1L << 56;

  /** When it changes its pace; the first time is 0. */
  private final long[] from;

  /** How many times slower it goes from then on, at least 1. */
  private final double[] slowness;

  /** What it shows then. */
  private final long[] shown;

  SlowClock(PiecewiseConstant slow) {
    long[] changes = slow.changes();
    from = new long[changes.length + 1];
    slowness = new double[from.length];
    shown = new long[from.length];
    System.arraycopy(changes, 0, from, 1, changes.length);
    for (int i = 0; i < from.length; i++) {
      slowness[i] = slow.at(from[i]);
      if (i > 0) {
        shown[i] = shown[i - 1] + ticks(i - 1, from[i] - from[i - 1]);
      }
    }
  }

  private long ticks(int pace, long nanos) {
    return slowness[pace] == 1 ? nanos : (long) (nanos / slowness[pace]);
  }

  /** What it shows at a time. */
  long at(long time) {
    int pace = from.length - 1;
    while (from[pace] > time) {
      pace--;
    }
    return shown[pace] + ticks(pace, time - from[pace]);
  }

  /** The earliest time at which it shows so much, or {@link Agenda#NEVER}. */
  long when(long shows) {
    int pace = 0;
    while (pace + 1 < from.length && shown[pace + 1] < shows) {
      pace++;
    }
    if (shows <= shown[pace]) {
      return from[pace];
    }
    double nanos = (shows - shown[pace]) * slowness[pace];
    if (nanos > ENDLESS) {
      return Agenda.NEVER;
    }
    long time = from[pace] + (long) nanos;
    while (at(time) < shows) {
      time++;
    }
    while (at(time - 1) >= shows) {
      time--;
    }
    return time;
  }
}
