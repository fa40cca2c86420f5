package dev.fastsim.experiment;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.Recording;
import dev.fastsim.theory.Theory;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the replications of a scenario show. */
public final class SimulationResult {

  private final Scenario scenario;
  private final WarmUp warmUp;
  private final List<RunResult> runs;

  /** What intervals are computed from: the replications, or the batches of a single one. */
  private final List<RunResult> samples;

  SimulationResult(
      Scenario scenario, WarmUp warmUp, List<RunResult> runs, List<RunResult> samples) {
    this.scenario = scenario;
    this.warmUp = warmUp;
    this.runs = List.copyOf(runs);
    this.samples = List.copyOf(samples);
  }

  /** What was simulated. */
  public Scenario scenario() {
    return scenario;
  }

  /** The replications, in order. */
  public List<RunResult> runs() {
    return runs;
  }

  /** How many replications there are, in words: {@code 8 runs}. */
  public String runsText() {
    return runsText("");
  }

  /** The same with a text that tells more of a run. */
  String runsText(String more) {
    return runs.size() > 1
        ? runs.size() + " runs" + more
        : "1 run%s in %d batches".formatted(more, samples.size());
  }

  /** The start of each replication that is not measured. */
  public WarmUp warmUp() {
    return warmUp;
  }

  /**
   * Whether the number of requests inside stays within bounds. Where it does not, since more
   * arrives than can be served, latencies depend on how long is simulated. Scenarios with faults
   * are not looked at: they have a beginning and an end.
   */
  public boolean isStationary() {
    return !Growth.isIn(this);
  }

  /** What makes the numbers less trustworthy than their intervals say, in words; mostly nothing. */
  public List<String> warnings() {
    return ResultWarnings.of(this);
  }

  /** What queueing theory says of the scenario, or which assumption rules a formula out. */
  public Theory theory() {
    return Theory.of(scenario);
  }

  /** What this scenario takes for granted, and where that matters most, in words. */
  public List<String> assumptions() {
    return Assumptions.of(this);
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
    return named("endpoint", name, endpoints(), EndpointResult::name, scenario.name());
  }

  /** The servers of the services, in the scenario's order. */
  public List<ServerResult> servers() {
    return IntStream.range(0, scenario.services().size())
        .mapToObj(index -> new ServerResult(this, index))
        .toList();
  }

  /**
   * The server of one service.
   *
   * @throws IllegalArgumentException if the scenario has none of this name; the message lists those
   *     it has
   */
  public ServerResult server(String name) {
    return named("service", name, servers(), ServerResult::name, scenario.name());
  }

  /**
   * The server of the only service.
   *
   * @throws IllegalStateException if there are several; the message lists them
   */
  public ServerResult server() {
    List<ServerResult> servers = servers();
    if (servers.size() > 1) {
      throw new IllegalStateException(
          "%s has several services, so ask for one by name: %s"
              .formatted(scenario.name(), servers.stream().map(ServerResult::name).toList()));
    }
    return servers.get(0);
  }

  /** The links, in the scenario's order. */
  public List<LinkResult> links() {
    return IntStream.range(0, scenario.links().size())
        .mapToObj(index -> new LinkResult(this, index))
        .toList();
  }

  /**
   * One link.
   *
   * @throws IllegalArgumentException if the scenario has none of this name; the message lists those
   *     it has
   */
  public LinkResult link(String name) {
    return named("link", name, links(), each -> each.link().name(), scenario.name());
  }

  static <T> T named(
      String kind, String wanted, List<T> all, Function<T, String> name, String owner) {
    return all.stream()
        .filter(each -> name.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no %s '%s'; %s has %s"
                        .formatted(kind, wanted, owner, all.stream().map(name).toList())));
  }

  /** Time from arrival to the receipt of the response, of all completed requests. */
  public TimeEstimates latency() {
    return new TimeEstimates(this, RunResult::latency);
  }

  /** Outcomes of all endpoints over all replications. */
  public Outcomes outcomes() {
    return runs.stream().map(RunResult::outcomes).reduce(Outcomes.NONE, Outcomes::plus);
  }

  /** Where completed requests spent their time, over all endpoints and replications. */
  public TimeBreakdown breakdown() {
    TimeBreakdown sum = new TimeBreakdown(runs.get(0).endpoints().get(0).breakdown().categories());
    endpoints().forEach(endpoint -> sum.add(endpoint.breakdown()));
    return sum;
  }

  /** Requests completed per second, over all endpoints. */
  public Estimate throughput() {
    return estimate(RunResult::throughput);
  }

  /** Failed requests as a share of those that ended, over all endpoints. */
  public Estimate errorRate() {
    return estimate(run -> run.outcomes().errorRate());
  }

  /** What the scenario costs; empty if nothing has a price. */
  public Optional<CostResult> cost() {
    return CostResult.isKnownOf(scenario) ? Optional.of(new CostResult(this)) : Optional.empty();
  }

  /** Mean number of requests inside, links included. */
  public Estimate requestsInside() {
    return estimate(RunResult::requestsInside);
  }

  /**
   * Any number that each replication gives, with its interval. A single replication gives one for
   * each of its batches (batch means; Law, <i>Simulation Modeling and Analysis</i>, 5th ed., sec.
   * 9.5.3).
   */
  public Estimate estimate(ToDoubleFunction<RunResult> metric) {
    Estimate estimate = Estimate.of(samples(metric));
    return runs.size() == samples.size()
        ? estimate
        : estimate.around(metric.applyAsDouble(runs.get(0)));
  }

  /** A number from each replication, or from each batch of a single one. */
  double[] samples(ToDoubleFunction<RunResult> metric) {
    return samples.stream().mapToDouble(metric).toArray();
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

  /**
   * What requests did when in a window of one replication, which is simulated once more for this,
   * with the same random numbers.
   *
   * @param replication its number, from 0
   * @throws IllegalArgumentException if there is no such replication
   */
  public Timeline timeline(int replication, TimelineWindow window) {
    return recording(replication).timeline(window);
  }

  /** What requests did around the slowest request of the first replication. */
  public Timeline timeline() {
    return timeline(0, TimelineWindow.aroundSlowest());
  }

  /**
   * The slowest completed requests of one replication, the slowest first, each with all it did and
   * waited for.
   *
   * @param replication its number, from 0
   * @param count how many, at least 1; there are fewer if fewer are completed
   * @throws IllegalArgumentException if there is no such replication
   */
  public List<RecordedRequest> slowestRequests(int replication, int count) {
    return recording(replication).slowest(count);
  }

  private Recording recording(int replication) {
    if (replication < 0 || replication >= runs.size()) {
      throw new IllegalArgumentException(
          "there is no replication %d; %s has those from 0 to %d"
              .formatted(replication, scenario.name(), runs.size() - 1));
    }
    return new Recording(Experiment.settled(scenario, warmUp), replication, () -> false);
  }

  /** The result as JSON; the same seed gives the same bytes. Times are in seconds. */
  public String toJson() {
    return ResultJson.write(this, Optional.empty());
  }

  /**
   * The result as JSON, with the time it took as its last member, {@code wallSeconds}; this alone
   * differs from run to run.
   */
  public String toJson(Duration wall) {
    return ResultJson.write(this, Optional.of(wall));
  }
}
