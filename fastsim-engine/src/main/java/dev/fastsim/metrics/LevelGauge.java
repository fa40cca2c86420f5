package dev.fastsim.metrics;

/** Integrates a number over time. It is told of changes and is never sampled. */
public final class LevelGauge {

  private long value;
  private long max;
  private long since;
  private long start;
  private double area;

  /** The current value. */
  public long value() {
    return value;
  }

  /** The value changes by an amount at a time not before the last change. */
  public void add(long now, long delta) {
    area += (double) value * (now - since);
    since = now;
    value += delta;
    if (value > max) {
      max = value;
    }
  }

  /** Forgets the past but keeps the value. */
  public void restart(long now) {
    area = 0;
    since = now;
    start = now;
    max = value;
  }

  /** Mean and maximum from the (re)start to a time; the mean of no time is 0. */
  public Level read(long now) {
    double total = area + (double) value * (now - since);
    return new Level(now == start ? 0 : total / (now - start), max);
  }
}
