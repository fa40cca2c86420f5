package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeDistribution;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A distribution of times, in seconds, as the replications show it. */
public final class TimeEstimates {

  private final SimulationResult result;
  private final Function<RunResult, TimeDistribution> times;

  /** Pooled once, however many percentiles are asked for. */
  private @Nullable TimeDistribution pooled;

  TimeEstimates(SimulationResult result, Function<RunResult, TimeDistribution> times) {
    this.result = result;
    this.times = times;
  }

  /** The mean. */
  public Estimate mean() {
    return result.estimate(run -> times.apply(run).mean());
  }

  /**
   * A percentile of the values of all replications together. Its interval is as wide as that of the
   * mean of the replications' percentiles.
   *
   * @param percent above 0 and below 100
   */
  public Estimate percentile(double percent) {
    if (!(percent > 0 && percent < 100)) {
      throw new IllegalArgumentException(
          "a percentile must be above 0 and below 100, but is " + percent);
    }
    return result
        .estimate(run -> times.apply(run).percentile(percent))
        .around(pooled().percentile(percent));
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

  /** The largest value of all, and the range of the largest values of the replications. */
  public Estimate max() {
    double[] each =
        result.runs().stream()
            .mapToDouble(run -> times.apply(run).max())
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (each.length == 0) {
      return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
    }
    double max = each[each.length - 1];
    return new Estimate(max, each[0], max, each.length);
  }

  /** The values of all replications together. */
  public TimeDistribution pooled() {
    TimeDistribution known = pooled;
    if (known == null) {
      known = result.pooled(times);
      pooled = known;
    }
    return known;
  }
}
