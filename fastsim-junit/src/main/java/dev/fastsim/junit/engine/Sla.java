package dev.fastsim.junit.engine;

import dev.fastsim.model.Promise;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import java.util.List;
import java.util.Optional;

/**
 * A promise as discovery sees it: one test.
 *
 * @param key what identifies it within its endpoint or spec, whatever its limit
 * @param metric what is limited
 * @param text with the limit as written: {@code p95 <= 120 ms}
 * @param whatIfs the names of the what-ifs it is to hold in, too; empty for all of them
 */
record Sla(String key, Metric metric, String text, Optional<List<String>> whatIfs) {

  /** A promise of a model, or of one of its endpoints. */
  static Sla of(Promise promise) {
    return new Sla(key(promise.metric()), promise.metric(), promise.text(), promise.whatIfs());
  }

  /** A promise of a scenario with only one service, or one that is not about a service. */
  static Sla of(Objective objective) {
    return new Sla(
        key(objective.metric()), objective.metric(), objective.text(), objective.whatIfs());
  }

  /** A promise about one of several services, which is named. */
  static Sla of(Objective objective, String service) {
    return new Sla(
        key(objective.metric()) + "@" + service,
        objective.metric(),
        service + " " + objective.text(),
        objective.whatIfs());
  }

  /** Whether it is to hold in a what-if, too. */
  boolean holdsIf(String whatIf) {
    return whatIfs.map(names -> names.contains(whatIf)).orElse(true);
  }

  /** What identifies a metric within its endpoint or spec. */
  static String key(Metric metric) {
    if (metric instanceof Metric.Latency latency) {
      return "latency." + latency.statistic().text();
    } else if (metric instanceof Metric.Throughput) {
      return "throughput";
    } else if (metric instanceof Metric.ErrorRate) {
      return "error-rate";
    } else if (metric instanceof Metric.CpuUtilization) {
      return "utilization.cpu";
    } else if (metric instanceof Metric.RamUtilization) {
      return "utilization.ram";
    } else if (metric instanceof Metric.PoolUtilization pool) {
      return "utilization.pool." + pool.pool();
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      return "ready-queue-lag." + lag.statistic().text();
    } else if (metric instanceof Metric.CostPerRequest) {
      return "cost.request";
    } else if (metric instanceof Metric.CostPerMonth) {
      return "cost.month";
    }
    throw new AssertionError(metric);
  }
}
