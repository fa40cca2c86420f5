package dev.fastsim.capacity;

import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;

/**
 * Makes runs of a scenario cheap enough to be repeated many times: first fewer replications, then
 * shorter ones. A scenario with faults or stages keeps its length, since they belong to certain
 * times, and so does one of which nobody knows how many requests it will have.
 */
final class QuickRuns {

  private static final int REPLICATIONS_LEAST = 4;

  private QuickRuns() {}

  /**
   * The same scenario with about so many requests in all, if it has more.
   *
   * @param requests over all replications
   */
  static Scenario of(Scenario scenario, long requests) {
    RunPlan plan = scenario.runs();
    double perSecond = scenario.workload().meanRate();
    boolean known = Double.isFinite(perSecond);
    double perRun = known ? Math.max(1, perSecond * plan.duration().toNanos() / 1e9) : requests;
    int fewest = Math.min(plan.replications(), REPLICATIONS_LEAST);
    int replications =
        (int) Math.max(fewest, Math.min(plan.replications(), (long) (requests / perRun)));
    RunPlan fewer = plan.withReplications(replications);
    boolean tooLong = known && perRun * replications > requests;
    if (!tooLong || scenario.hasTimeline()) {
      return scenario.withRuns(fewer);
    }
    double share = requests / (perRun * replications);
    Duration shorter = Duration.ofNanos(Math.max(1, (long) (plan.duration().toNanos() * share)));
    return scenario.withRuns(fewer.withDuration(shorter));
  }
}
