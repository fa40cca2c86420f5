package dev.fastsim.experiment;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the replications of a scenario show. */
public final class SimulationResult {

  private final Scenario scenario;
  private final List<RunResult> runs;

  SimulationResult(Scenario scenario, List<RunResult> runs) {
    this.scenario = scenario;
    this.runs = List.copyOf(runs);
  }

  /** What was simulated. */
  public Scenario scenario() {
    return scenario;
  }

  /** The replications, in order. */
  public List<RunResult> runs() {
    return runs;
  }

  /** The endpoints, in the scenario's order. */
  public List<EndpointResult> endpoints() {
    return IntStream.range(0, scenario.endpoints().size())
        .mapToObj(index -> new EndpointResult(this, index))
        .toList();
  }

  /**
   * One endpoint.
   *
   * @throws IllegalArgumentException if the scenario has none of this name; the message lists those
   *     it has
   */
  public EndpointResult endpoint(String name) {
    return endpoints().stream()
        .filter(endpoint -> endpoint.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no endpoint '%s'; %s has %s"
                        .formatted(
                            name,
                            scenario.name(),
                            endpoints().stream().map(EndpointResult::name).toList())));
  }

  /** The server's replicas taken together. */
  public ServerResult server() {
    return new ServerResult(this);
  }

  /** The connection pools, in the scenario's order. */
  public List<PoolResult> pools() {
    return IntStream.range(0, scenario.pools().size())
        .mapToObj(index -> new PoolResult(this, index))
        .toList();
  }

  /**
   * One connection pool.
   *
   * @throws IllegalArgumentException if the scenario has none of this name; the message lists those
   *     it has
   */
  public PoolResult pool(String name) {
    return pools().stream()
        .filter(each -> each.pool().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no pool '%s'; %s has %s"
                        .formatted(
                            name,
                            scenario.name(),
                            pools().stream().map(each -> each.pool().name()).toList())));
  }

  /** Outcomes of all endpoints over all replications. */
  public Outcomes outcomes() {
    return runs.stream().map(RunResult::outcomes).reduce(Outcomes.NONE, Outcomes::plus);
  }

  /** Time from arrival to the receipt of the response, of completed requests of all endpoints. */
  public TimeEstimates latency() {
    return new TimeEstimates(this, RunResult::latency);
  }

  /** Requests completed per second, over all endpoints. */
  public Estimate throughput() {
    return estimate(RunResult::throughput);
  }

  /** Failed requests as a share of those that ended, over all endpoints. */
  public Estimate errorRate() {
    return estimate(run -> run.outcomes().errorRate());
  }

  /** Mean number of requests inside, links included. */
  public Estimate requestsInside() {
    return estimate(RunResult::requestsInside);
  }

  /** Any number that each replication gives, with its interval. */
  public Estimate estimate(ToDoubleFunction<RunResult> metric) {
    return Estimate.of(runs.stream().mapToDouble(metric).toArray());
  }

  /** Any number that each replication gives, averaged. */
  double mean(ToDoubleFunction<RunResult> metric) {
    double sum = 0;
    for (RunResult run : runs) {
      sum += metric.applyAsDouble(run);
    }
    return sum / runs.size();
  }

  /** A distribution of times over all replications together. */
  TimeDistribution pooled(Function<RunResult, TimeDistribution> times) {
    return TimeDistribution.pool(runs.stream().map(times).toList());
  }

  /**
   * The result as text for people: how requests ended, latencies, throughput, and how busy
   * everything was; lines end in a line feed.
   */
  public String summary() {
    return ResultSummary.of(this);
  }

  /**
   * The latencies of all endpoints as a histogram drawn in ASCII characters, at most 80 columns
   * wide; lines end in a line feed.
   */
  public String latencyHistogram() {
    return LatencyHistogram.draw(latency().pooled());
  }

  /** The result as JSON; the same seed gives the same bytes. Times are in seconds. */
  public String toJson() {
    return ResultJson.write(this);
  }
}
