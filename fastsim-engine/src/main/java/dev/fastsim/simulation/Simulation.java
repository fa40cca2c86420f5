package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.SimulationException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** One replication of a scenario. */
public final class Simulation {

  /** Events from one look at whether the run was cancelled to the next. */
  private static final int LOOK_AROUND = 1 << 14;

  private final int replication;
  private final long horizon;
  private final Plant plant;
  private long events;

  private Simulation(Scenario scenario, int replication, Witness witness) {
    this.replication = replication;
    this.horizon = scenario.runs().duration().toNanos();
    this.plant = new Plant(scenario, replication, witness);
  }

  /**
   * Simulates one replication.
   *
   * @param scenario what to simulate
   * @param replication its number, from 0; selects its random numbers
   * @param cancelled polled now and then
   * @return what was measured
   * @throws CancellationException if {@code cancelled} turns true
   * @throws SimulationException if the replication cannot be simulated to its end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static RunResult run(Scenario scenario, int replication, BooleanSupplier cancelled) {
    return run(scenario, replication, cancelled, Witness.NONE);
  }

  static RunResult run(
      Scenario scenario, int replication, BooleanSupplier cancelled, Witness witness) {
    Simulation simulation = new Simulation(scenario, replication, witness);
    try {
      simulation.play(cancelled);
      return simulation.result();
    } finally {
      simulation.plant.close();
    }
  }

  private void play(BooleanSupplier cancelled) {
    Agenda agenda = plant.agenda();
    do {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("the simulation was cancelled");
      }
    } while (playSome(agenda));
    plant.ledger().closeBooks();
  }

  /** Returns whether there is more to play. */
  private boolean playSome(Agenda agenda) {
    for (int i = 0; i < LOOK_AROUND; i++) {
      Station station = agenda.earliest();
      long now = station.next();
      if (now > horizon) {
        events += i;
        return false;
      }
      station.fire(now);
    }
    events += LOOK_AROUND;
    return true;
  }

  private RunResult result() {
    Ledger ledger = plant.ledger();
    return new RunResult(
        replication,
        ledger.measuredSeconds(),
        ledger.endpoints(),
        plant.clusters().stream().map(cluster -> cluster.read(horizon)).toList(),
        plant.wires().stream().map(Wire::read).toList(),
        ledger.requestsInside(),
        ledger.completions().perSecond(),
        ledger.completions().intervalSeconds(),
        events);
  }
}
