package dev.fastsim.experiment;

import dev.fastsim.scenario.Link;

/** What the replications show of one link. */
public final class LinkResult {

  private final SimulationResult result;
  private final int index;

  LinkResult(SimulationResult result, int index) {
    this.result = result;
    this.index = index;
  }

  /** What was simulated. */
  public Link link() {
    return result.scenario().links().get(index);
  }

  /** Mean number of messages on the way. */
  public Estimate inFlight() {
    return result.estimate(run -> run.links().get(index).inFlight());
  }

  /** Messages lost, over all replications. */
  public long lost() {
    return result.runs().stream().mapToLong(run -> run.links().get(index).lost()).sum();
  }
}
