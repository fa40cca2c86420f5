package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.TimeRecorder;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Server;
import dev.fastsim.simulation.StepTable.Kind;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One process of the server: leads each request through its trace. */
final class Replica {

  private final int number;
  private final Requests requests;
  private final StepTable steps;
  private final Ledger ledger;
  private final Server server;

  /** By step; null where a step is not a wait without a core. */
  private final IoStation[] io;

  private final Memory memory;

  /** By the number of the pool's name; null where the service has none of that name. */
  private final @Nullable Pool[] pools;

  private final LevelGauge ioInFlight = new LevelGauge();

  @SuppressWarnings("NullAway.Init") // installed before the first request
  private Cpu cpu;

  @SuppressWarnings("NullAway.Init") // joined before the first request
  private Cluster cluster;

  private int inside;

  Replica(
      int number,
      Requests requests,
      StepTable steps,
      Ledger ledger,
      Server server,
      IoStation[] io) {
    this.number = number;
    this.pools = new Pool[steps.poolNames.size()];
    this.requests = requests;
    this.steps = steps;
    this.ledger = ledger;
    this.server = server;
    this.io = io;
    this.memory = new Memory(this, requests, server.ramBytes());
  }

  /** Equips the replica with its cores. */
  Cpu installCpu(
      Agenda agenda,
      int station,
      TimeRecorder lag,
      @Nullable PiecewiseConstant slowness,
      long warmUp) {
    cpu = new Cpu(agenda, station, this, requests, server.cores(), lag, slowness, warmUp);
    return cpu;
  }

  /** Makes the replica part of a service. */
  void joins(Cluster itsCluster) {
    cluster = itsCluster;
  }

  /** Equips the replica with its next pool. */
  Pool installPool(Agenda agenda, int station, ConnectionPool pool, long warmUp) {
    int index = steps.poolNames.indexOf(pool.name());
    Pool installed = new Pool(agenda, station, this, requests, pool, index, warmUp);
    pools[index] = installed;
    return installed;
  }

  Pool pool(String name) {
    return pool(steps.poolNames.indexOf(name));
  }

  private Pool pool(int index) {
    return Objects.requireNonNull(pools[index], "the replica has no such pool");
  }

  int inside() {
    return inside;
  }

  /** A request comes from the balancer. */
  void enter(int slot, long now) {
    if (mustWait(slot) && memory.waiting() + cpu.ready() >= server.maxQueue()) {
      ledger.failed(slot, Outcome.REJECTED, now);
      return;
    }
    inside++;
    cluster.entered();
    requests.replica[slot] = number;
    if (memory.take(slot, now)) {
      proceed(slot, now);
    }
  }

  private boolean mustWait(int slot) {
    return memory.isShortFor(requests.ram[slot]) || (cpu.isBusy() && startsOnCore(slot));
  }

  private boolean startsOnCore(int slot) {
    int at = requests.position[slot];
    return at < requests.length[slot]
        && steps.kind[Trace.step(requests.trace[slot][at])] != Kind.IO;
  }

  /** The request, which waits for nothing, takes its next step or leaves. */
  void proceed(int slot, long now) {
    int at = requests.position[slot];
    if (at == requests.length[slot]) {
      leave(slot, now);
      return;
    }
    int step = Trace.step(requests.trace[slot][at]);
    switch (steps.kind[step]) {
      case CPU -> {
        if (requests.holdsCore[slot] || cpu.take(slot, now)) {
          runBursts(slot, now);
        }
      }
      case BLOCKING_IO -> {
        if (requests.holdsCore[slot] || cpu.take(slot, now)) {
          connect(slot, step, now);
        }
      }
      case IO -> {
        if (requests.holdsCore[slot]) {
          cpu.giveBack(slot, now);
        }
        connect(slot, step, now);
      }
      case RAM -> throw new AssertionError("memory is not part of a trace");
    }
  }

  /** Consecutive bursts keep the core, so they are one to the simulator. */
  private void runBursts(int slot, long now) {
    long[] trace = requests.trace[slot];
    int length = requests.length[slot];
    int at = requests.position[slot];
    long work = 0;
    do {
      work += Trace.nanos(trace[at]);
      at++;
    } while (at < length && steps.kind[Trace.step(trace[at])] == Kind.CPU);
    requests.position[slot] = at;
    cpu.compute(slot, now, work);
  }

  private void connect(int slot, int step, long now) {
    int pool = steps.pool[step];
    if (pool == StepTable.NO_POOL) {
      connected(slot, now);
      return;
    }
    switch (pool(pool).acquire(slot, now)) {
      case AT_ONCE -> connected(slot, now);
      case LATER -> {}
      case NEVER -> acquireTimedOut(slot, now);
    }
  }

  /** The request holds what its I/O step needs. */
  void connected(int slot, long now) {
    int at = requests.position[slot];
    requests.position[slot] = at + 1;
    long word = requests.trace[slot][at];
    int step = Trace.step(word);
    long until = now + Trace.nanos(word);
    ioInFlight.add(now, 1);
    if (steps.kind[step] == Kind.BLOCKING_IO) {
      cpu.hold(slot, until);
    } else {
      io[step].start(slot, until);
    }
  }

  /** What the request did on its core is done: computing, or blocking I/O. */
  void burstEnded(int slot, long now) {
    int step = Trace.step(requests.trace[slot][requests.position[slot] - 1]);
    if (steps.kind[step] == Kind.BLOCKING_IO) {
      ioEnded(step, now);
    }
    proceed(slot, now);
  }

  /** A wait for I/O is over; its connection, if it held one, is free again. */
  void ioEnded(int step, long now) {
    ioInFlight.add(now, -1);
    int pool = steps.pool[step];
    if (pool != StepTable.NO_POOL) {
      pool(pool).release(now);
    }
  }

  void acquireTimedOut(int slot, long now) {
    free(slot, now);
    ledger.failed(slot, Outcome.TIMED_OUT, now);
  }

  private void leave(int slot, long now) {
    free(slot, now);
    cluster.served(slot, now);
  }

  private void free(int slot, long now) {
    inside--;
    cluster.left();
    requests.replica[slot] = Requests.NOWHERE;
    if (requests.holdsCore[slot]) {
      cpu.giveBack(slot, now);
    }
    memory.giveBack(slot, now);
  }

  /** Drops every request inside; nothing is left of them. */
  void kill(long now) {
    cpu.clear(now);
    memory.clear(now);
    installedPools().forEach(pool -> pool.clear(now));
    ioInFlight.add(now, -ioInFlight.value());
    for (int slot = 0; inside > 0 && slot < requests.slots(); slot++) {
      if (requests.isOpen(slot) && requests.replica[slot] == number) {
        inside--;
        cluster.left();
        ledger.killed(slot, requests.awaitsIo[slot], now);
      }
    }
  }

  private Stream<Pool> installedPools() {
    return Arrays.stream(pools).filter(Objects::nonNull);
  }

  /** Every gauge of the replica. */
  Stream<LevelGauge> gauges() {
    return Stream.concat(
        Stream.of(cpu.held, cpu.queue, ioInFlight, memory.inUse, memory.queue),
        installedPools().flatMap(pool -> Stream.of(pool.inUse, pool.queue)));
  }

  /** What the gauges show at the end. */
  ReplicaRun read(long now) {
    return new ReplicaRun(
        cpu.held.read(now),
        cpu.queue.read(now),
        ioInFlight.read(now),
        memory.inUse.read(now),
        memory.queue.read(now));
  }
}
