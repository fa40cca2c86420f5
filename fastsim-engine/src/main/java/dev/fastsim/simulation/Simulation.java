package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeRecorder;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** One replication of a scenario. */
public final class Simulation {

  /** Events from one look at whether the run was cancelled to the next; a power of two. */
  private static final int LOOK_AROUND = 1 << 14;

  private final Scenario scenario;
  private final int replication;
  private final long horizon;
  private final Agenda agenda;
  private final Station[] stations;
  private final Replica[] replicas;
  private final Ledger ledger;
  private final Bodies bodies;
  private final TimeRecorder lag = new TimeRecorder();
  private long events;

  private Simulation(Scenario scenario, int replication, Witness witness) {
    this.scenario = scenario;
    this.replication = replication;
    horizon = scenario.runs().duration().toNanos();
    long warmUp = scenario.runs().warmUp().toNanos();
    Streams streams = new Streams(scenario.runs().seed());
    StepTable steps = new StepTable(scenario, streams, replication);
    List<ConnectionPool> pools = scenario.pools();
    Requests requests = new Requests(pools.size());
    ledger = new Ledger(scenario, requests, warmUp, horizon, witness);

    int[] ioSteps =
        IntStream.range(0, steps.count())
            .filter(step -> steps.kind[step] == StepTable.Kind.IO)
            .toArray();
    replicas = new Replica[scenario.server().replicas()];
    agenda = new Agenda(3 + ioSteps.length + replicas.length * (1 + pools.size()));
    List<Station> all = new ArrayList<>();
    all.add(new WarmUpEnd(agenda, all.size(), warmUp));
    IoStation[] io = new IoStation[steps.count()];
    for (int step : ioSteps) {
      io[step] = new IoStation(agenda, all.size(), requests, replicas, step);
      all.add(io[step]);
    }
    for (int i = 0; i < replicas.length; i++) {
      replicas[i] = new Replica(requests, steps, ledger, scenario.server(), io);
      all.add(replicas[i].installCpu(agenda, all.size(), lag, warmUp));
    }
    Gateway gateway =
        new Gateway(agenda, all.size(), scenario, streams, replication, requests, ledger, replicas);
    all.add(gateway);
    for (Replica replica : replicas) {
      for (int i = 0; i < pools.size(); i++) {
        all.add(replica.installPool(agenda, all.size(), pools.get(i), i, warmUp));
      }
    }
    bodies = new Bodies(scenario, streams, replication, steps, requests);
    all.add(
        new Arrivals(
            agenda,
            all.size(),
            scenario,
            streams,
            replication,
            requests,
            bodies,
            gateway,
            ledger,
            horizon));
    stations = all.toArray(Station[]::new);
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
      simulation.bodies.close();
    }
  }

  private void play(BooleanSupplier cancelled) {
    while (true) {
      int station = agenda.earliest();
      long now = agenda.time(station);
      if (now > horizon) {
        break;
      }
      if ((events++ & (LOOK_AROUND - 1)) == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException("the simulation was cancelled");
      }
      stations[station].fire(now);
    }
    ledger.closeBooks();
  }

  private RunResult result() {
    List<PoolRun> pools = new ArrayList<>();
    for (int i = 0; i < scenario.pools().size(); i++) {
      int index = i;
      List<Pool> each = Arrays.stream(replicas).map(replica -> replica.pool(index)).toList();
      pools.add(
          new PoolRun(
              scenario.pools().get(i).name(),
              each.stream().map(pool -> pool.inUse.read(horizon)).toList(),
              each.stream().map(pool -> pool.queue.read(horizon)).toList(),
              each.stream().mapToLong(pool -> pool.timeouts).sum()));
    }
    return new RunResult(
        replication,
        ledger.measuredSeconds(),
        ledger.endpoints(),
        Arrays.stream(replicas).map(replica -> replica.read(horizon)).toList(),
        lag.read(),
        pools,
        ledger.toServer(),
        ledger.toClient(),
        ledger.requestsInside(),
        ledger.completionsPerSecond(),
        ledger.seriesSeconds(),
        events);
  }

  /** At the end of the warm-up all gauges start anew. */
  private final class WarmUpEnd extends Station {

    WarmUpEnd(Agenda agenda, int number, long warmUp) {
      super(agenda, number);
      if (warmUp > 0) {
        schedule(warmUp);
      }
    }

    @Override
    void fire(long now) {
      Arrays.stream(replicas).flatMap(Replica::gauges).forEach(gauge -> gauge.restart(now));
      schedule(Agenda.NEVER);
    }
  }
}
