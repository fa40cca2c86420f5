package dev.fastsim.metrics;

import java.util.List;

/**
 * What one replication measured.
 *
 * @param replication its number, from 0
 * @param measuredSeconds simulated time after the warm-up
 * @param endpoints that clients call, in the scenario's order
 * @param services in the scenario's order
 * @param links in the scenario's order
 * @param requestsInside mean number of requests between arrival and end, links included
 * @param completionsPerSecond requests completed in each interval of {@code seriesSeconds}, from
 *     the start of the replication, warm-up included, per second
 * @param seriesSeconds length of an interval
 * @param llm calls of language models
 * @param events handled by the simulation, warm-up included
 */
public record RunResult(
    int replication,
    double measuredSeconds,
    List<EndpointRun> endpoints,
    List<ServiceRun> services,
    List<LinkRun> links,
    double requestsInside,
    List<Double> completionsPerSecond,
    double seriesSeconds,
    LlmRun llm,
    long events) {

  /** What it says now, whatever the replication records later; the breakdown is not kept. */
  public RunResult snapshot() {
    return RunPart.snapshot(this);
  }

  /**
   * What was measured since an earlier time of the same replication. A request belongs to the part
   * in which it ended, so that the counts of a part alone need not add up. Maxima are those of the
   * whole, and there is no breakdown.
   *
   * @param earlier a {@link #snapshot}
   */
  public RunResult since(RunResult earlier) {
    return new RunPart(earlier, this).run();
  }

  /** The outcomes of all endpoints together. */
  public Outcomes outcomes() {
    return endpoints.stream().map(EndpointRun::outcomes).reduce(Outcomes.NONE, Outcomes::plus);
  }

  /** Times of completed requests, over all endpoints. */
  public TimeDistribution latency() {
    return TimeDistribution.pool(endpoints.stream().map(EndpointRun::latency).toList());
  }

  /** Requests completed per second, over all endpoints. */
  public double throughput() {
    return endpoints.stream().mapToDouble(EndpointRun::throughput).sum();
  }
}
