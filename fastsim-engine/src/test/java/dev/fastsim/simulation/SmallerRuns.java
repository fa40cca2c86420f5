package dev.fastsim.simulation;

import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Shorter runs, less traffic, no warm-up. */
final class SmallerRuns {

  static final List<Shrinker.Way> WAYS =
      List.of(SmallerRuns::shorterRuns, SmallerRuns::lessTraffic, SmallerRuns::withoutWarmUp);

  private SmallerRuns() {}

  private static Stream<Supplier<Scenario>> shorterRuns(Scenario scenario) {
    RunPlan runs = scenario.runs();
    return Stream.of(0.5, 0.75, 0.9, 1.0)
        .map(share -> Duration.ofMillis(Math.max(1, (long) (runs.duration().toMillis() * share))))
        .map(shorter -> () -> Rebuilding.with(scenario, runs.withDuration(shorter)));
  }

  private static Stream<Supplier<Scenario>> lessTraffic(Scenario scenario) {
    double rate = scenario.workload().meanRate();
    if (scenario.workload() instanceof ClosedUsers closed) {
      return Rebuilding.fewer(closed.users())
          .map(users -> new ClosedUsers(users, closed.thinkTime()))
          .map(workload -> () -> Rebuilding.with(scenario, workload));
    }
    if (!(scenario.workload() instanceof Workload.OpenRate open)) {
      return Stream.of(
          () -> Rebuilding.with(scenario, new Workload.OpenRate(rate, Spacing.POISSON)));
    }
    Stream<Double> less =
        Stream.of(
            rate / 2,
            Rebuilding.roundedDown(rate * 0.75, 2),
            Rebuilding.roundedDown(rate, 1),
            Rebuilding.roundedDown(rate, 2));
    return Stream.concat(
            Stream.of(new Workload.OpenRate(rate, Spacing.CONSTANT)),
            less.filter(each -> each >= 1).map(each -> new Workload.OpenRate(each, open.spacing())))
        .map(workload -> () -> Rebuilding.with(scenario, workload));
  }

  private static Stream<Supplier<Scenario>> withoutWarmUp(Scenario scenario) {
    RunPlan runs = scenario.runs();
    return Stream.of(Duration.ZERO, Duration.ofMillis(runs.warmUp().orElseThrow().toMillis()))
        .map(warmUp -> () -> scenario.withRuns(withWarmUp(runs, warmUp)));
  }

  private static RunPlan withWarmUp(RunPlan runs, Duration warmUp) {
    return new RunPlan(
        runs.duration(), warmUp, runs.seed(), runs.replications(), runs.maxReplications());
  }
}
