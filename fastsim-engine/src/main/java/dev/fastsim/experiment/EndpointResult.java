package dev.fastsim.experiment;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeBreakdown;
import java.util.function.Function;

/** What the replications show of one endpoint. */
public final class EndpointResult {

  private final SimulationResult result;
  private final int index;

  EndpointResult(SimulationResult result, int index) {
    this.result = result;
    this.index = index;
  }

  /** Its name. */
  public String name() {
    return result.scenario().endpoints().get(index).name();
  }

  /** The result it belongs to. */
  public SimulationResult result() {
    return result;
  }

  /** Time from arrival to the receipt of the response, of completed requests. */
  public TimeEstimates latency() {
    return new TimeEstimates(result, of(EndpointRun::latency));
  }

  /** Requests completed per second. */
  public Estimate throughput() {
    return result.estimate(run -> run.endpoints().get(index).throughput());
  }

  /** Failed requests as a share of those that ended. */
  public Estimate errorRate() {
    return result.estimate(run -> run.endpoints().get(index).outcomes().errorRate());
  }

  /** Outcomes over all replications. */
  public Outcomes outcomes() {
    return result.runs().stream()
        .map(of(EndpointRun::outcomes))
        .reduce(Outcomes.NONE, Outcomes::plus);
  }

  /** Where completed requests spent their time, over all replications. */
  public TimeBreakdown breakdown() {
    TimeBreakdown sum =
        new TimeBreakdown(result.runs().get(0).endpoints().get(index).breakdown().categories());
    result.runs().stream().map(of(EndpointRun::breakdown)).forEach(sum::add);
    return sum;
  }

  private <T> Function<RunResult, T> of(Function<EndpointRun, T> part) {
    return run -> part.apply(run.endpoints().get(index));
  }
}
