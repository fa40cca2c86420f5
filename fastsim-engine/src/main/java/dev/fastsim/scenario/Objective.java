package dev.fastsim.scenario;

import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.util.List;
import java.util.Optional;

/**
 * A limit that a service promises to keep.
 *
 * @param metric what is limited
 * @param limit in the metric's unit: a ceiling, for throughput a floor; finite and not negative
 * @param whatIfs the names of the what-ifs it is to hold in, too; empty for all of them
 */
public record Objective(Metric metric, double limit, Optional<List<String>> whatIfs) {

  public Objective {
    if (!(limit >= 0 && Double.isFinite(limit))) {
      throw new IllegalArgumentException(
          "a limit must be finite and not negative, but is " + limit);
    }
    whatIfs = whatIfs.map(List::copyOf);
  }

  /** A limit that is to hold in all what-ifs. */
  public Objective(Metric metric, double limit) {
    this(metric, limit, Optional.empty());
  }

  /** Whether it is to hold in a what-if, too. */
  public boolean holdsIf(String whatIf) {
    return whatIfs.map(names -> names.contains(whatIf)).orElse(true);
  }

  /** The same limit, to hold in all what-ifs. */
  Objective everywhere() {
    return new Objective(metric, limit);
  }

  /** Whether the limit is a floor rather than a ceiling. */
  public boolean isFloor() {
    return metric instanceof Metric.Throughput;
  }

  /** The endpoint or service it is about; empty for all requests together. */
  public Optional<String> subject() {
    if (metric instanceof Metric.Latency latency) {
      return latency.endpoint();
    } else if (metric instanceof Metric.Throughput throughput) {
      return throughput.endpoint();
    } else if (metric instanceof Metric.ErrorRate rate) {
      return rate.endpoint();
    } else if (metric instanceof Metric.CpuUtilization cpu) {
      return Optional.of(cpu.service());
    } else if (metric instanceof Metric.RamUtilization ram) {
      return Optional.of(ram.service());
    } else if (metric instanceof Metric.PoolUtilization pool) {
      return Optional.of(pool.service());
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      return Optional.of(lag.service());
    } else if (metric.isCost()) {
      return Optional.empty();
    }
    throw new AssertionError(metric);
  }

  /** In words, without the subject: {@code p95 <= 120 ms}. */
  public String text() {
    return metricText() + (isFloor() ? " >= " : " <= ") + valueText(limit);
  }

  /** The metric in words, without the subject: {@code p95}. */
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
    } else if (metric instanceof Metric.CostPerRequest) {
      return "cost per request";
    } else if (metric instanceof Metric.CostPerMonth) {
      return "cost per month";
    }
    throw new AssertionError(metric);
  }

  /** A value of the metric with its unit: {@code 163.2 ms}, {@code 94.1%}. */
  public String valueText(double value) {
    if (metric instanceof Metric.Latency || metric instanceof Metric.ReadyQueueLag) {
      return Durations.format(value * 1e9);
    } else if (metric instanceof Metric.Throughput) {
      return Rates.format(value);
    } else if (metric.isCost()) {
      return Dollars.format(value);
    }
    return Shares.format(value);
  }
}
