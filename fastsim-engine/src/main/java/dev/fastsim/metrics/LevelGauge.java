package dev.fastsim.metrics;

/** Integrates a number over time. It is told of changes and is never sampled. */
public final class LevelGauge {

  private long value;
  private long max;
  private long since;
  private long start;
  private double area;

  /** The integral up to the last restart. */
  private double before;

  /** The current value. */
  public long value() {
    return value;
  }

  /** The value changes by an amount at a time not before the last change. */
  public void add(long now, long delta) {
    change(now, value + delta);
  }

  /** The value changes, or stays what it is, at a time not before the last change. */
  public void set(long now, long newValue) {
    if (newValue != value) {
      change(now, newValue);
    }
  }

  private void change(long now, long newValue) {
    if (now > since) {
      area += (double) value * (now - since);
      since = now;
      max = Math.max(max, value);
    }
    value = newValue;
  }

  /** Forgets the past but keeps the value. */
  public void restart(long now) {
    before = integral(now);
    area = 0;
    since = now;
    start = now;
    max = 0;
  }

  /** The integral from time 0, restarts or not, in units of the value times nanoseconds. */
  public double integral(long now) {
    return before + area + (double) value * (now - since);
  }

  /**
   * Mean and maximum from the (re)start to a time. What was changed again at the same instant is no
   * maximum. Of no time, the mean is 0 and the maximum the value.
   */
  public Level read(long now) {
    if (now == start) {
      return new Level(0, value);
    }
    double total = area + (double) value * (now - since);
    return new Level(total / (now - start), now > since ? Math.max(max, value) : max);
  }
}
