package dev.fastsim.capacity;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import java.util.Optional;

/** Simulates variations of one scenario, and counts what that costs. */
final class Trials {

  private final Scenario scenario;
  private final ProgressMonitor monitor;
  private long events;

  /**
   * @param scenario with the runs that each trial makes; its what-ifs do not matter
   */
  Trials(Scenario scenario, ProgressMonitor monitor) {
    this.scenario = scenario.withoutWhatIfs();
    this.monitor = monitor;
  }

  /** What is varied. */
  Scenario scenario() {
    return scenario;
  }

  /**
   * The scenario with changes, simulated; empty if there is no such scenario, or one that cannot be
   * simulated, as with less memory than a request needs.
   */
  Optional<SimulationResult> with(List<? extends Change> changes) {
    try {
      Scenario changed = scenario;
      for (Change change : changes) {
        changed = change.applyTo(changed);
      }
      SimulationResult result = Experiment.run(changed, any -> true, monitor);
      events += result.runs().stream().mapToLong(RunResult::events).sum();
      return Optional.of(result);
    } catch (InvalidScenarioException | IllegalArgumentException | ProgramException impossible) {
      return Optional.empty();
    }
  }

  /** How many events were simulated so far, over all trials. */
  long events() {
    return events;
  }
}
