package dev.fastsim.experiment;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;

/** What the replications show of the calls that other services make to one endpoint. */
public final class CallResult {

  private final ServerResult server;
  private final int index;

  CallResult(ServerResult server, int index) {
    this.server = server;
    this.index = index;
  }

  /** The endpoint's name. */
  public String endpoint() {
    return server.service().endpoints().get(index).name();
  }

  /** Time from when a call reaches the service to when it answers, of completed calls. */
  public TimeEstimates latency() {
    return new TimeEstimates(server.result(), run -> in(run).latency());
  }

  /** Calls answered per second. */
  public Estimate throughput() {
    return server.result().estimate(run -> in(run).throughput());
  }

  /** Failed calls as a share of those that ended. */
  public Estimate errorRate() {
    return server.result().estimate(run -> in(run).outcomes().errorRate());
  }

  /** Outcomes over all replications. */
  public Outcomes outcomes() {
    return server.result().runs().stream()
        .map(run -> in(run).outcomes())
        .reduce(Outcomes.NONE, Outcomes::plus);
  }

  private EndpointRun in(RunResult run) {
    return server.in(run).calls().get(index);
  }
}
