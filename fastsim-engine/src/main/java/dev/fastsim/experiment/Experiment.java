package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.Simulation;
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

  private Experiment() {}

  /** Runs the replications that are run in any case. */
  public static SimulationResult run(Scenario scenario) {
    return run(scenario, result -> true, () -> false);
  }

  /**
   * Runs replications until a result is good enough, doubling their number up to the scenario's
   * maximum.
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
    List<RunResult> runs = new ArrayList<>();
    int wanted = scenario.runs().replications();
    while (true) {
      runs.addAll(replications(scenario, runs.size(), wanted, monitor));
      SimulationResult result = new SimulationResult(scenario, runs);
      int most = scenario.runs().maxReplications();
      if (wanted >= most || enough.test(result)) {
        return result;
      }
      wanted = Math.min(most, 2 * wanted);
    }
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
