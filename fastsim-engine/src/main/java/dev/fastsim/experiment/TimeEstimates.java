package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeDistribution;
import java.util.function.Function;

/** A distribution of times, in seconds, as the replications show it. */
public final class TimeEstimates {

  private final SimulationResult result;
  private final Function<RunResult, TimeDistribution> times;

  TimeEstimates(SimulationResult result, Function<RunResult, TimeDistribution> times) {
    this.result = result;
    this.times = times;
  }

  /** The mean. */
  public Estimate mean() {
    return result.estimate(run -> times.apply(run).mean());
  }

  /**
   * A percentile.
   *
   * @param percent above 0 and below 100
   */
  public Estimate percentile(double percent) {
    if (!(percent > 0 && percent < 100)) {
      throw new IllegalArgumentException(
          "a percentile must be above 0 and below 100, but is " + percent);
    }
    return result.estimate(run -> times.apply(run).percentile(percent));
  }

  /** The median. */
  public Estimate p50() {
    return percentile(50);
  }

  /** The 90th percentile. */
  public Estimate p90() {
    return percentile(90);
  }

  /** The 95th percentile. */
  public Estimate p95() {
    return percentile(95);
  }

  /** The 99th percentile. */
  public Estimate p99() {
    return percentile(99);
  }

  /** The 99.9th percentile. */
  public Estimate p999() {
    return percentile(99.9);
  }

  /** The largest value of each replication. */
  public Estimate max() {
    return result.estimate(run -> times.apply(run).max());
  }

  /** The values of all replications together. */
  public TimeDistribution pooled() {
    return result.pooled(times);
  }
}
