package dev.fastsim.sla;

import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;

/**
 * A limit that a service promises to keep.
 *
 * @param metric what is limited
 * @param limit in the metric's unit: a ceiling, for throughput a floor; finite and not negative
 */
public record Objective(Metric metric, double limit) {

  public Objective {
    if (!(limit >= 0 && Double.isFinite(limit))) {
      throw new IllegalArgumentException(
          "a limit must be finite and not negative, but is " + limit);
    }
  }

  /** Whether the limit is a floor rather than a ceiling. */
  public boolean isFloor() {
    return metric instanceof Metric.Throughput;
  }

  /** In words, without the endpoint: {@code p95 <= 120 ms}. */
  public String text() {
    return metricText() + (isFloor() ? " >= " : " <= ") + valueText(limit);
  }

  /** The metric in words, without the endpoint: {@code p95}. */
  public String metricText() {
    if (metric instanceof Metric.Latency latency) {
      return latency.statistic().text();
    } else if (metric instanceof Metric.Throughput) {
      return "throughput";
    } else if (metric instanceof Metric.ErrorRate) {
      return "error rate";
    } else if (metric instanceof Metric.CpuUtilization) {
      return "cpu utilization";
    } else if (metric instanceof Metric.RamUtilization) {
      return "ram utilization";
    } else if (metric instanceof Metric.PoolUtilization pool) {
      return "pool " + pool.pool() + " utilization";
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      return "ready-queue lag " + lag.statistic().text();
    }
    throw new AssertionError(metric);
  }

  /** A value of the metric with its unit: {@code 163.2 ms}, {@code 94.1%}. */
  public String valueText(double value) {
    if (metric instanceof Metric.Latency || metric instanceof Metric.ReadyQueueLag) {
      return Durations.format(value * 1e9);
    } else if (metric instanceof Metric.Throughput) {
      return Rates.format(value);
    }
    return Shares.format(value);
  }
}
