package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.Level;
import org.jspecify.annotations.Nullable;

/**
 * The cores of a replica behind one ready queue, first come, first served; a burst runs to its end.
 *
 * <p>There are two kinds with the same results: {@link TokenCpu} for all that can happen, and
 * {@link PlannedCpu} for services where it is known in advance how long a core is held.
 */
abstract class Cpu extends Station {

  final Replica replica;
  final Requests requests;
  final int cores;
  private final @Nullable PiecewiseConstant slowness;
  private final TimerQueue running = new TimerQueue();

  /**
   * Sets the cores up.
   *
   * @param cores how many
   * @param slowness factor of the time that computing takes; null if it is always 1
   */
  Cpu(
      Agenda agenda,
      Replica replica,
      Requests requests,
      int cores,
      @Nullable PiecewiseConstant slowness) {
    super(agenda);
    this.replica = replica;
    this.requests = requests;
    this.cores = cores;
    this.slowness = slowness;
  }

  /** The request takes a step that needs a core, as soon as it has one. */
  abstract void run(Request request, long now);

  /** The request is done with its core, if it holds one. */
  abstract void stepOff(Request request, long now);

  /** Whether a request would have to wait for a core. */
  abstract boolean isBusy();

  /** Requests that wait for a core. */
  abstract int ready();

  /** Forgets every request. */
  abstract void clear(long now);

  /** The end of the warm-up: gauges start anew. */
  abstract void restart(long now);

  /** Cores computing or blocked, up to a time. */
  abstract Level held(long now);

  /** Requests waiting for a core, up to a time. */
  abstract Level queue(long now);

  /** When a request that begins to compute now will be done. */
  final long finish(Request request, long now, long work) {
    long until = after(now, work);
    if (slowness != null) {
      request.slowdownWait += until - now - work;
    }
    return until;
  }

  /** When so much work will be done that begins now. */
  final long after(long now, long work) {
    return slowness == null ? now + work : slowness.finish(now, work);
  }

  /** The replica will be told when the request's core has done what it is doing. */
  final void tellAt(long time, Request request) {
    if (time < running.nextTime()) {
      schedule(time);
    }
    running.add(time, request.number);
  }

  /** Tells the replica nothing of what runs. */
  final void forgetRunning() {
    running.clear();
    schedule(Agenda.NEVER);
  }

  @Override
  public final void fire(long now) {
    replica.burstEnded(requests.get(running.poll()), now);
    schedule(running.nextTime());
  }
}
