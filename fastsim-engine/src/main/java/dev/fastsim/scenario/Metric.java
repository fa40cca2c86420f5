package dev.fastsim.scenario;

import java.util.Optional;

/** What an objective limits. */
public sealed interface Metric {

  /** The endpoint it is about; empty for all requests together, and for a service. */
  default Optional<String> endpoint() {
    return Optional.empty();
  }

  /**
   * Time from a request's arrival to the receipt of its response, in seconds; completed requests.
   *
   * @param endpoint its name; empty for all together
   * @param statistic of the times
   */
  record Latency(Optional<String> endpoint, Statistic statistic) implements Metric {}

  /**
   * Completed requests per second.
   *
   * @param endpoint its name; empty for all together
   */
  record Throughput(Optional<String> endpoint) implements Metric {}

  /**
   * Dropped, rejected or timed out requests as a share of all that ended, from 0 to 1.
   *
   * @param endpoint its name; empty for all together
   */
  record ErrorRate(Optional<String> endpoint) implements Metric {}

  /**
   * Mean share of cores held, from 0 to 1.
   *
   * @param service its name
   */
  record CpuUtilization(String service) implements Metric {}

  /**
   * Mean share of memory in use, from 0 to 1.
   *
   * @param service its name; its memory has a limit
   */
  record RamUtilization(String service) implements Metric {}

  /**
   * Mean share of connections in use, from 0 to 1.
   *
   * @param service its name
   * @param pool its name
   */
  record PoolUtilization(String service, String pool) implements Metric {}

  /**
   * Time from when a request could compute to when it gets a core, in seconds.
   *
   * @param service its name
   * @param statistic of the times
   */
  record ReadyQueueLag(String service, Statistic statistic) implements Metric {}

  /** What everything costs, divided by the requests completed, in dollars. */
  record CostPerRequest() implements Metric {}

  /** What everything costs in a month of {@value Prices#HOURS_PER_MONTH} hours, in dollars. */
  record CostPerMonth() implements Metric {}

  /** Whether it is an amount of money. */
  default boolean isCost() {
    return this instanceof CostPerRequest || this instanceof CostPerMonth;
  }
}
