package dev.fastsim.benchmarks.peers;

import org.HdrHistogram.Histogram;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Exponential durations of one mean, from a stream of their own. */
final class Draws {

  private final ZigguratSampler.Exponential unit;
  private final double meanNanos;

  Draws(long seed, double meanNanos) {
    this.unit = ZigguratSampler.Exponential.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    this.meanNanos = meanNanos;
  }

  /** Nanoseconds. */
  long next() {
    return (long) (meanNanos * unit.sample() + 0.5);
  }

  /** What latencies are recorded in. */
  static Histogram newHistogram() {
    Histogram histogram = new Histogram(1, 2, 3);
    histogram.setAutoResize(true);
    return histogram;
  }
}
