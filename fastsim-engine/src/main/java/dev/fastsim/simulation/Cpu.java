package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.IntQueue;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.TimeRecorder;
import org.jspecify.annotations.Nullable;

/** The cores of a replica behind one ready queue. */
final class Cpu extends Station {

  private final Replica replica;
  private final Requests requests;
  private final TimeRecorder lag;
  private final long warmUp;
  private final IntQueue ready = new IntQueue();
  private final TimerQueue running = new TimerQueue();
  private final @Nullable PiecewiseConstant slowness;
  private final int cores;
  private int idle;
  private boolean dispatching;

  final LevelGauge held = new LevelGauge();
  final LevelGauge queue = new LevelGauge();

  Cpu(
      Agenda agenda,
      int number,
      Replica replica,
      Requests requests,
      int cores,
      TimeRecorder lag,
      @Nullable PiecewiseConstant slowness,
      long warmUp) {
    super(agenda, number);
    this.replica = replica;
    this.requests = requests;
    this.cores = cores;
    this.idle = cores;
    this.slowness = slowness;
    this.lag = lag;
    this.warmUp = warmUp;
  }

  /** Whether a request would have to wait for a core. */
  boolean isBusy() {
    return idle == 0 || !ready.isEmpty();
  }

  int ready() {
    return ready.size();
  }

  /** Gives the request a core at once and returns true, or lets it wait in the ready queue. */
  boolean take(int slot, long now) {
    if (isBusy()) {
      requests.since[slot] = now;
      ready.add(slot);
      queue.add(now, 1);
      return false;
    }
    grant(slot, now, 0);
    return true;
  }

  /** The request gives its core back; the next ones run. */
  void giveBack(int slot, long now) {
    requests.holdsCore[slot] = false;
    idle++;
    held.add(now, -1);
    if (dispatching) {
      return; // the loop below is already at it
    }
    dispatching = true;
    while (idle > 0 && !ready.isEmpty()) {
      int next = ready.poll();
      queue.add(now, -1);
      long waited = now - requests.since[next];
      requests.addWait(next, Requests.WAIT_READY, waited);
      grant(next, now, waited);
      replica.proceed(next, now);
    }
    dispatching = false;
  }

  private void grant(int slot, long now, long waited) {
    idle--;
    held.add(now, 1);
    requests.holdsCore[slot] = true;
    if (now >= warmUp) {
      lag.record(waited);
    }
  }

  /** The request, which holds a core, computes for a while, at the speed the core has. */
  void compute(int slot, long now, long work) {
    if (slowness == null) {
      hold(slot, now + work);
      return;
    }
    long until = slowness.finish(now, work);
    requests.addWait(slot, Requests.WAIT_SLOWDOWN, until - now - work);
    hold(slot, until);
  }

  /** The request, which holds a core, keeps it busy until a time. */
  void hold(int slot, long until) {
    running.add(until, slot);
    schedule(running.nextTime());
  }

  /** Forgets every request. */
  void clear(long now) {
    while (!ready.isEmpty()) {
      ready.poll();
    }
    while (running.size() > 0) {
      running.poll();
    }
    schedule(Agenda.NEVER);
    idle = cores;
    held.add(now, -held.value());
    queue.add(now, -queue.value());
  }

  @Override
  void fire(long now) {
    int slot = running.poll();
    schedule(running.nextTime());
    replica.burstEnded(slot, now);
  }
}
