package dev.fastsim.capacity;

import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.WarmUp;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;

/**
 * Makes runs of a scenario cheap enough to be repeated many times: first fewer replications, then
 * shorter ones. A scenario with faults or stages keeps its length, since they belong to certain
 * times.
 *
 * <p>A warm-up that was found need not be sought anew for each variation. One that takes load away
 * settles sooner than what it varies, so that the same warm-up is enough; to leave out more than is
 * needed costs precision and nothing else.
 */
final class QuickRuns {

  private static final int REPLICATIONS_LEAST = 4;

  private QuickRuns() {}

  /**
   * The scenario of a result with about so many events in all, if it has more.
   *
   * @param events over all replications; at least 1
   */
  static Scenario of(SimulationResult result, long events) {
    Scenario scenario = result.scenario().withoutWhatIfs();
    RunPlan plan = scenario.runs();
    long all = result.runs().stream().mapToLong(RunResult::events).sum();
    double perRun = Math.max(1, (double) all / result.runs().size());
    int fewest = Math.min(plan.replications(), REPLICATIONS_LEAST);
    int replications =
        (int) Math.max(fewest, Math.min(plan.replications(), (long) (events / perRun)));
    RunPlan fewer = plan.withReplications(replications);
    double share = events / (perRun * replications);
    if (share < 1 && !scenario.hasTimeline()) {
      long nanos = Math.max(1, (long) (plan.duration().toNanos() * share));
      fewer = fewer.withDuration(Duration.ofNanos(nanos));
    }
    return scenario.withRuns(fewer);
  }

  /** The same runs with the warm-up that was found for others, at most half of them. */
  static Scenario withWarmUp(Scenario scenario, WarmUp known) {
    RunPlan plan = scenario.runs();
    boolean found =
        switch (known.origin()) {
          case FOUND, NOT_FOUND -> true;
          case GIVEN, FAULTS, STAGES -> false;
        };
    if (!found) {
      return scenario;
    }
    Duration half = plan.duration().dividedBy(2);
    Duration length = known.length().compareTo(half) < 0 ? known.length() : half;
    return scenario.withRuns(plan.withWarmUp(length));
  }
}
