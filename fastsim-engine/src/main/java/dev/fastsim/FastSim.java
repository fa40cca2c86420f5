package dev.fastsim;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Scenario;
import org.apiguardian.api.API;

/** Simulates services. */
@API(status = API.Status.EXPERIMENTAL)
public final class FastSim {

  private FastSim() {}

  /**
   * Simulates a scenario: the replications of its run plan, without looking at any SLA.
   *
   * @param scenario what to simulate
   * @return what the replications show; the same scenario and seed give the same result
   */
  public static SimulationResult simulate(Scenario scenario) {
    return Experiment.run(scenario);
  }
}
