package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Server;
import dev.fastsim.simulation.StepTable.Kind;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One process of the server: leads each request through its trace. */
final class Replica {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final int number;
  private final Requests requests;
  private final StepTable steps;
  private final Ledger ledger;
  private final int maxQueue;

  /** By step; null where a step is not a wait without a core. */
  private final IoStation[] io;

  private final Memory memory;

  /** By the number of the pool's name; null where the service has none of that name. */
  private final @Nullable Pool[] pools;

  private final LevelGauge ioInFlight = new LevelGauge();

  /** Mostly null; see {@link Recorder}. */
  private final @Nullable Recorder recorder;

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
      IoStation[] io,
      @Nullable Recorder recorder) {
    this.number = number;
    this.pools = new Pool[steps.poolNames.size()];
    this.requests = requests;
    this.steps = steps;
    this.ledger = ledger;
    this.maxQueue = server.maxQueue();
    this.io = io;
    this.recorder = recorder;
    this.memory = new Memory(this, requests, server.ramBytes());
  }

  /** Equips the replica with its cores. */
  void install(Cpu itsCpu) {
    cpu = itsCpu;
  }

  /** Requests may leave ahead of time: nobody inside takes notice. */
  void leaveAheadBy(WayOut way) {
    if (cpu instanceof PlannedCpu planned) {
      planned.leaveBy(way);
    }
  }

  /** Makes the replica part of a service. */
  void joins(Cluster itsCluster) {
    cluster = itsCluster;
  }

  /** Equips the replica with its next pool. */
  void installPool(Agenda agenda, ConnectionPool pool, long warmUp) {
    int index = steps.poolNames.indexOf(pool.name());
    pools[index] = new Pool(agenda, this, requests, pool, index, warmUp);
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
  void enter(Request request, long now) {
    if (maxQueue != UNLIMITED && mustWait(request) && memory.waiting() + cpu.ready() >= maxQueue) {
      ledger.failed(request, Outcome.REJECTED, now);
      return;
    }
    inside++;
    cluster.entered();
    request.replica = number;
    if (memory.take(request, now)) {
      proceed(request, now);
    } else if (recorder != null) {
      recorder.waitsForMemory(request, now);
    }
  }

  private boolean mustWait(Request request) {
    return memory.isShortFor(request.ram) || (cpu.isBusy() && startsOnCore(request));
  }

  private boolean startsOnCore(Request request) {
    int at = request.position;
    return at < request.length && steps.kind[Trace.step(request.step(at))] != Kind.IO;
  }

  /** The request, which waits for nothing, takes its next step or leaves. */
  void proceed(Request request, long now) {
    int at = request.position;
    if (at == request.length) {
      leave(request, now);
      return;
    }
    int step = Trace.step(request.step(at));
    if (steps.kind[step] == Kind.IO) {
      cpu.stepOff(request, now);
      connect(request, step, now);
    } else {
      cpu.run(request, now);
    }
  }

  boolean isBlockingIo(int step) {
    return steps.kind[step] == Kind.BLOCKING_IO;
  }

  /** Whether a step of the request's trace is there and computes. */
  boolean computes(Request request, int at) {
    return at < request.length && steps.kind[Trace.step(request.step(at))] == Kind.CPU;
  }

  /** Takes the next steps as long as they compute, and returns how long that is. */
  long bursts(Request request) {
    int length = request.length;
    int at = request.position;
    long work = Trace.nanos(request.step(at));
    for (at++; at < length; at++) {
      long word = request.step(at);
      if (steps.kind[Trace.step(word)] != Kind.CPU) {
        break;
      }
      work += Trace.nanos(word);
    }
    request.position = at;
    return work;
  }

  /** The request has, if it needs one, the core for its next step, which is I/O. */
  void connect(Request request, int step, long now) {
    int pool = steps.pool[step];
    if (pool == StepTable.NO_POOL) {
      connected(request, now);
      return;
    }
    switch (pool(pool).acquire(request, now)) {
      case AT_ONCE -> connected(request, now);
      case LATER -> {
        if (recorder != null) {
          recorder.waitsForConnection(request, pool, now);
        }
      }
      case NEVER -> acquireTimedOut(request, now);
    }
  }

  /** The request holds what its I/O step needs. */
  void connected(Request request, long now) {
    int at = request.position;
    request.position = at + 1;
    long word = request.step(at);
    int step = Trace.step(word);
    long until = now + Trace.nanos(word);
    ioInFlight.add(now, 1);
    if (recorder != null) {
      recorder.waitsForIo(request, step, now);
    }
    if (steps.kind[step] == Kind.BLOCKING_IO) {
      cpu.tellAt(until, request);
    } else {
      io[step].start(request, until);
    }
  }

  /** What the request did on its core is done: computing, or blocking I/O. */
  void burstEnded(Request request, long now) {
    int step = Trace.step(request.step(request.position - 1));
    if (steps.kind[step] == Kind.BLOCKING_IO) {
      ioEnded(step, now);
    }
    proceed(request, now);
  }

  /** A wait for I/O is over; its connection, if it held one, is free again. */
  void ioEnded(int step, long now) {
    ioInFlight.add(now, -1);
    int pool = steps.pool[step];
    if (pool != StepTable.NO_POOL) {
      pool(pool).release(now);
    }
  }

  void acquireTimedOut(Request request, long now) {
    free(request, now);
    ledger.failed(request, Outcome.TIMED_OUT, now);
  }

  private void leave(Request request, long now) {
    free(request, now);
    cluster.served(request, now);
  }

  private void free(Request request, long now) {
    left(request);
    cpu.stepOff(request, now);
    memory.giveBack(request, now);
  }

  /** The request, which had no memory, has left, or will; nobody else takes notice. */
  void left(Request request) {
    inside--;
    cluster.left();
    request.replica = Request.NOWHERE;
  }

  /** Drops every request inside; nothing is left of them. */
  void kill(long now) {
    cpu.clear(now);
    memory.clear(now);
    installedPools().forEach(pool -> pool.clear(now));
    ioInFlight.set(now, 0);
    requests.forEachOpen(
        request -> {
          if (request.replica == number) {
            inside--;
            cluster.left();
            ledger.killed(request, request.awaitsIo, now);
          }
        });
  }

  private Stream<Pool> installedPools() {
    return Arrays.stream(pools).filter(Objects::nonNull);
  }

  /** The end of the warm-up: all gauges start anew. */
  void restart(long now) {
    cpu.restart(now);
    Stream.concat(
            Stream.of(ioInFlight, memory.inUse, memory.queue),
            installedPools().flatMap(pool -> Stream.of(pool.inUse, pool.queue)))
        .forEach(gauge -> gauge.restart(now));
  }

  /** What the gauges show at the end. */
  ReplicaRun read(long now) {
    return new ReplicaRun(
        cpu.held(now),
        cpu.queue(now),
        ioInFlight.read(now),
        memory.inUse.read(now),
        memory.queue.read(now));
  }
}
