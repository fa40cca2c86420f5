package dev.fastsim.experiment;

import dev.fastsim.experiment.WarmUp.Origin;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Decides how much of each replication is left out as warm-up.
 *
 * <p>Where the run plan does not say, the number of requests inside is looked at, since every
 * queue, wait and connection shows in it: some runs are simulated ahead, their series are averaged,
 * which leaves the transient and evens out chance (Welch 1983; Hoad, Robinson and Davies 2010 for
 * this rule), and {@link Mser5} picks the end of the warm-up. A quarter of the duration is mostly
 * enough; if no steady state shows in it, all of it is simulated. The runs ahead have random
 * numbers of their own: a cut that was chosen in the measured replications would leave out what is
 * unusual in them, and make their intervals too narrow.
 */
final class WarmUpSearch {

  /** Intervals of a series; a batch of the rule is half a percent of the time looked at. */
  private static final int INTERVALS = 1000;

  private static final int FEWEST_RUNS = 4;
  private static final int MOST_RUNS = 8;

  /** The number of the first run ahead, beyond those of all replications. */
  private static final int FIRST = 1_000_000;

  private static final int SHORTER = 4;

  private final Scenario scenario;
  private final BooleanSupplier cancelled;

  private WarmUpSearch(Scenario scenario, BooleanSupplier cancelled) {
    this.scenario = scenario;
    this.cancelled = cancelled;
  }

  /** The warm-up of all replications of a scenario. */
  static WarmUp of(Scenario scenario, BooleanSupplier cancelled) {
    RunPlan plan = scenario.runs();
    if (plan.warmUp().isPresent()) {
      return new WarmUp(plan.warmUp().get(), Origin.GIVEN);
    } else if (!scenario.faults().isEmpty()) {
      return new WarmUp(Duration.ZERO, Origin.FAULTS);
    } else if (scenario.hasTimeline()) {
      return new WarmUp(Duration.ZERO, Origin.STAGES);
    }
    return new WarmUpSearch(scenario, cancelled).search();
  }

  private WarmUp search() {
    Duration duration = scenario.runs().duration();
    for (Duration ahead : List.of(duration.dividedBy(SHORTER), duration)) {
      if (ahead.toNanos() >= INTERVALS) {
        OptionalInt truncation = Mser5.truncation(meanSeries(ahead));
        if (truncation.isPresent()) {
          long nanos = ahead.toNanos() / INTERVALS * truncation.getAsInt();
          return new WarmUp(Duration.ofNanos(nanos), Origin.FOUND);
        }
      }
    }
    return new WarmUp(duration.dividedBy(2), Origin.NOT_FOUND);
  }

  /** The number of requests inside over time, averaged over the runs ahead. */
  private double[] meanSeries(Duration ahead) {
    RunPlan plan = scenario.runs();
    int runs = Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, plan.replications()));
    Scenario shorter =
        scenario
            .withoutWhatIfs()
            .withRuns(new RunPlan(ahead, Duration.ZERO, plan.seed(), runs, runs));
    List<double[]> each =
        IntStream.range(0, runs)
            .parallel()
            .mapToObj(run -> Simulation.requestsInside(shorter, FIRST + run, INTERVALS, cancelled))
            .toList();
    double[] mean = new double[INTERVALS];
    for (double[] series : each) {
      for (int i = 0; i < INTERVALS; i++) {
        mean[i] += series[i] / runs;
      }
    }
    return mean;
  }
}
