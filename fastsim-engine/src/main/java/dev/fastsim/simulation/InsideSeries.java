package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;

/**
 * The number of requests inside, averaged over each of many equal intervals of a replication. It is
 * an integral and is never sampled: a request that is there for a part of an interval counts as
 * that part.
 */
final class InsideSeries implements Witness {

  private final long horizon;
  private final double width;

  /** By how much the integral over an interval exceeds that of a constant, in nanoseconds. */
  private final double[] partial;

  /** By how much the number inside has changed at the end of an interval. */
  private final long[] change;

  InsideSeries(long horizon, int intervals) {
    this.horizon = horizon;
    this.width = (double) horizon / intervals;
    this.partial = new double[intervals];
    this.change = new long[intervals];
  }

  @Override
  public void arrived(int request, long time) {
    step(time, 1);
  }

  @Override
  public void ended(int request, Outcome outcome, long time) {
    step(time, -1);
  }

  private void step(long time, int delta) {
    if (time < horizon) {
      int interval = Math.min(partial.length - 1, (int) (time / width));
      partial[interval] += delta * ((interval + 1) * width - time);
      change[interval] += delta;
    }
  }

  double[] means() {
    double[] means = new double[partial.length];
    long inside = 0;
    for (int i = 0; i < means.length; i++) {
      means[i] = inside + partial[i] / width;
      inside += change[i];
    }
    return means;
  }
}
