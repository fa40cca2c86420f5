package dev.fastsim.sla;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import java.util.List;

/**
 * A simulation and its verdicts.
 *
 * @param result what the replications show
 * @param verdicts one for each of the scenario's objectives, in order
 */
public record Assessment(SimulationResult result, List<Verdict> verdicts) {

  /**
   * Simulates until each of the scenario's objectives is decided or the replications are used up.
   * However often is looked, a verdict is wrong in at most 5% of all cases: before the last look,
   * an interval of more than 95% confidence must clear the limit.
   *
   * @param monitor told of each replication
   * @throws java.util.concurrent.CancellationException if the monitor cancels the simulation
   * @throws dev.fastsim.scenario.SimulationException if a replication cannot be simulated to its
   *     end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static Assessment of(Scenario scenario, ProgressMonitor monitor) {
    SimulationResult result = Experiment.run(scenario, Assessment::isDecided, monitor);
    return new Assessment(result, verdicts(result));
  }

  private static boolean isDecided(SimulationResult result) {
    return verdicts(result).stream()
        .noneMatch(verdict -> verdict.decision() == Decision.INCONCLUSIVE);
  }

  private static List<Verdict> verdicts(SimulationResult result) {
    double confidence = Looks.confidence(result.scenario().runs(), result.runs().size());
    return result.scenario().objectives().stream()
        .map(objective -> new Judge(result, confidence).judge(objective))
        .toList();
  }

  /**
   * The verdict on one metric.
   *
   * @throws IllegalArgumentException if no objective limits it
   */
  public Verdict verdictOn(Metric metric) {
    return verdicts.stream()
        .filter(verdict -> verdict.objective().metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no objective limits " + metric));
  }
}
