package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.SimulationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One replication of a scenario. */
public final class Simulation {

  /** Events from one look at whether the run was cancelled to the next. */
  private static final int LOOK_AROUND = 1 << 14;

  private final int replication;
  private final long horizon;
  private final Plant plant;
  private long events;

  private Simulation(Scenario scenario, int replication, Witness witness, boolean foresight) {
    this(scenario, replication, new Plant(scenario, replication, witness, foresight, null));
  }

  private Simulation(Scenario scenario, int replication, Plant plant) {
    this.replication = replication;
    this.horizon = scenario.runs().duration().toNanos();
    this.plant = plant;
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
    Simulation simulation = new Simulation(scenario, replication, witness, true);
    try {
      simulation.play(simulation.horizon, cancelled);
      return simulation.result();
    } finally {
      simulation.plant.close();
    }
  }

  /**
   * Simulates one replication and looks at the number of requests inside, from the very start.
   *
   * @param intervals equal parts of the duration, at least 1
   * @return the mean number in each part
   * @throws CancellationException if {@code cancelled} turns true
   * @throws SimulationException if the replication cannot be simulated to its end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static double[] requestsInside(
      Scenario scenario, int replication, int intervals, BooleanSupplier cancelled) {
    InsideSeries inside = new InsideSeries(scenario.runs().duration().toNanos(), intervals);
    run(scenario, replication, cancelled, inside);
    return inside.means();
  }

  /**
   * Simulates one replication and says at equal distances what was measured so far.
   *
   * @param parts of the measured time, at least 1
   * @return what was measured up to the end of each part; the last is the whole replication
   * @throws CancellationException if {@code cancelled} turns true
   * @throws SimulationException if the replication cannot be simulated to its end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static List<RunResult> runInParts(
      Scenario scenario, int replication, int parts, BooleanSupplier cancelled) {
    List<RunResult> soFar = new ArrayList<>();
    runInParts(scenario, replication, parts, cancelled, soFar::add);
    return soFar;
  }

  /**
   * Simulates one replication and tells at equal distances what was measured so far, so that not
   * all of it need be kept.
   *
   * @param parts of the measured time, at least 1
   * @param soFar is told what was measured up to the end of each part; the last is the whole
   * @throws CancellationException if {@code cancelled} turns true
   * @throws SimulationException if the replication cannot be simulated to its end
   * @throws dev.fastsim.scenario.ProgramException if an endpoint's body fails
   */
  public static void runInParts(
      Scenario scenario,
      int replication,
      int parts,
      BooleanSupplier cancelled,
      Consumer<RunResult> soFar) {
    Simulation simulation = new Simulation(scenario, replication, Witness.NONE, false);
    try {
      long horizon = simulation.horizon;
      Window window = simulation.plant.window();
      for (int part = 1; part < parts; part++) {
        long end = window.from() + (long) ((double) window.length() * part / parts);
        simulation.play(end, cancelled);
        soFar.accept(simulation.resultAt(end).snapshot());
      }
      simulation.play(horizon, cancelled);
      soFar.accept(simulation.result());
    } finally {
      simulation.plant.close();
    }
  }

  /**
   * Simulates one replication until all is recorded that is wanted, or to its end.
   *
   * @throws CancellationException if {@code cancelled} turns true
   * @throws SimulationException if the replication cannot be simulated so far
   */
  static void record(
      Scenario scenario, int replication, Recorder recorder, BooleanSupplier cancelled) {
    Plant plant = new Plant(scenario, replication, recorder, false, recorder);
    Simulation simulation = new Simulation(scenario, replication, plant);
    try {
      Agenda agenda = plant.agenda();
      do {
        refuseIf(cancelled);
      } while (simulation.playSome(agenda, simulation.horizon) && !recorder.isDone());
    } finally {
      plant.close();
    }
  }

  private void play(long until, BooleanSupplier cancelled) {
    Agenda agenda = plant.agenda();
    do {
      refuseIf(cancelled);
    } while (playSome(agenda, until));
  }

  private static void refuseIf(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the simulation was cancelled");
    }
  }

  /** Returns whether there is more to play. */
  private boolean playSome(Agenda agenda, long until) {
    for (int i = 0; i < LOOK_AROUND; i++) {
      Station station = agenda.earliest();
      long now = station.next();
      if (now > until) {
        events += i;
        return false;
      }
      station.fire(now);
    }
    events += LOOK_AROUND;
    return true;
  }

  private RunResult result() {
    plant.ledger().closeBooks();
    return resultAt(horizon);
  }

  private RunResult resultAt(long time) {
    Ledger ledger = plant.ledger();
    return new RunResult(
        replication,
        ledger.measuredSeconds(time),
        ledger.endpoints(time),
        plant.clusters().stream().map(cluster -> cluster.read(time)).toList(),
        plant.wires().stream().map(wire -> wire.read(time)).toList(),
        ledger.requestsInside(time),
        ledger.completions().perSecond(),
        ledger.completions().intervalSeconds(),
        events);
  }
}
