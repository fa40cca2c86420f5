package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.Recording;
import dev.fastsim.simulation.Simulation;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Runs replications, in parallel on the common pool. A replication's result depends only on the
 * scenario and its number, and results are kept in that order, so that the machine's cores change
 * nothing but the time it takes.
 */
public final class Experiment {

  /**
   * Into which a single replication is cut: enough for a Student-t interval that more would hardly
   * make narrower, and so few that a batch is long (Schmeiser 1982, "Batch size effects in the
   * analysis of simulation output", <i>Operations Research</i> 30: 10 to 30).
   */
  static final int BATCHES = 20;

  private Experiment() {}

  /** Runs the replications that are run in any case. */
  public static SimulationResult run(Scenario scenario) {
    return run(scenario, result -> true, () -> false);
  }

  /**
   * Runs replications until a result is good enough, doubling their number up to the scenario's
   * maximum. A warm-up that the run plan does not give is found first, and is the same in all of
   * them. A single replication is cut into batches for its intervals.
   *
   * @param scenario what to simulate
   * @param enough whether a result needs no more replications
   * @param monitor told of each replication
   * @throws java.util.concurrent.CancellationException if the monitor cancels the experiment
   * @throws dev.fastsim.scenario.SimulationException if a replication cannot be simulated to its
   *     end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static SimulationResult run(
      Scenario scenario, Predicate<SimulationResult> enough, ProgressMonitor monitor) {
    WarmUp warmUp = WarmUpSearch.of(scenario, monitor::isCancelled);
    Scenario settled = settled(scenario, warmUp);
    List<RunResult> runs = new ArrayList<>();
    List<RunResult> batches = new ArrayList<>();
    int wanted = scenario.runs().replications();
    while (true) {
      if (wanted == 1) {
        runs.add(inBatches(settled, batches, monitor));
      } else {
        runs.addAll(replications(settled, runs.size(), wanted, monitor));
      }
      SimulationResult result =
          new SimulationResult(scenario, warmUp, runs, runs.size() == 1 ? batches : runs);
      int most = scenario.runs().maxReplications();
      if (wanted >= most || enough.test(result)) {
        return result;
      }
      wanted = Math.min(most, 2 * wanted);
    }
  }

  /**
   * What requests did when in a window of one replication. Only this one is simulated, and what it
   * takes to find the warm-up.
   *
   * @param scenario what to simulate
   * @param replication its number, from 0
   * @param monitor may cancel it
   * @throws java.util.concurrent.CancellationException if the monitor cancels it
   * @throws dev.fastsim.scenario.SimulationException if the replication cannot be simulated to its
   *     end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static Timeline timeline(
      Scenario scenario, int replication, TimelineWindow window, ProgressMonitor monitor) {
    return recording(scenario, replication, monitor).timeline(window);
  }

  /**
   * The slowest completed requests of one replication, as {@link SimulationResult#slowestRequests}.
   * Only this replication is simulated.
   *
   * @param count how many, at least 1
   */
  public static List<RecordedRequest> slowestRequests(
      Scenario scenario, int replication, int count, ProgressMonitor monitor) {
    return recording(scenario, replication, monitor).slowest(count);
  }

  private static Recording recording(Scenario scenario, int replication, ProgressMonitor monitor) {
    WarmUp warmUp = WarmUpSearch.of(scenario, monitor::isCancelled);
    return new Recording(settled(scenario, warmUp), replication, monitor::isCancelled);
  }

  /** A scenario with a warm-up that is given. */
  static Scenario settled(Scenario scenario, WarmUp warmUp) {
    return scenario.withRuns(scenario.runs().withWarmUp(warmUp.length()));
  }

  /**
   * Runs a single replication in batches, each of which stands for a replication when it comes to
   * intervals.
   */
  private static RunResult inBatches(
      Scenario scenario, List<RunResult> batches, ProgressMonitor monitor) {
    List<RunResult> soFar = Simulation.runInParts(scenario, 0, BATCHES, monitor::isCancelled);
    batches.add(soFar.get(0));
    for (int i = 1; i < soFar.size(); i++) {
      batches.add(soFar.get(i).since(soFar.get(i - 1)));
    }
    monitor.replicationDone(1, 1);
    return soFar.get(soFar.size() - 1);
  }

  private static List<RunResult> replications(
      Scenario scenario, int from, int to, ProgressMonitor monitor) {
    AtomicInteger done = new AtomicInteger(from);
    return IntStream.range(from, to)
        .parallel()
        .mapToObj(
            replication -> {
              RunResult run = Simulation.run(scenario, replication, monitor::isCancelled);
              monitor.replicationDone(done.incrementAndGet(), to);
              return run;
            })
        .toList();
  }
}
