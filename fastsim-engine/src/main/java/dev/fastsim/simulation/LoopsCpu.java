package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.IntQueue;
import dev.fastsim.metrics.TimeRecorder;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** Cores with a ready queue each: a request stays with the one its connection belongs to. */
final class LoopsCpu extends GaugedCpu {

  private final TimeRecorder lag;
  private final Window window;
  private final UniformRandomProvider connections;

  /** Mostly null; see {@link Recorder}. */
  private final @Nullable Recorder recorder;

  /** By core. */
  private final IntQueue[] ready;

  private final boolean[] busy;
  private final boolean[] dispatching;
  private int inUse;
  private int waiting;

  /**
   * Sets the cores up.
   *
   * @param connections decides to which core a request's connection belongs
   */
  LoopsCpu(
      Agenda agenda,
      Replica replica,
      Requests requests,
      int cores,
      @Nullable PiecewiseConstant slowness,
      TimeRecorder lag,
      Window window,
      @Nullable Recorder recorder,
      UniformRandomProvider connections) {
    super(agenda, replica, requests, cores, slowness);
    this.lag = lag;
    this.window = window;
    this.recorder = recorder;
    this.connections = connections;
    this.ready = new IntQueue[cores];
    for (int i = 0; i < cores; i++) {
      ready[i] = new IntQueue();
    }
    this.busy = new boolean[cores];
    this.dispatching = new boolean[cores];
  }

  /** The request takes a connection's loop: one draw, whatever the number of cores. */
  void choose(Request request) {
    request.loop = (int) (connections.nextDouble() * cores);
  }

  @Override
  boolean isBusy(Request request) {
    return busy[request.loop] || !ready[request.loop].isEmpty();
  }

  @Override
  int ready() {
    return waiting;
  }

  @Override
  void run(Request request, long now) {
    if (request.holdsCore || take(request, now)) {
      int step = Trace.step(request.step(request.position));
      if (replica.isBlockingIo(step)) {
        replica.connect(request, step, now);
      } else {
        if (recorder != null) {
          recordBursts(request, recorder, now);
        }
        tellAt(finish(request, now, replica.bursts(request)), request);
      }
    }
  }

  /** Gives the request its core at once and returns true, or lets it wait in the queue for it. */
  private boolean take(Request request, long now) {
    if (isBusy(request)) {
      request.since = now;
      ready[request.loop].add(request.number);
      queue.set(now, ++waiting);
      if (recorder != null) {
        recorder.waitsForCore(request, now);
      }
      return false;
    }
    hold(request, now);
    if (window.holds(now)) {
      lag.recordNothing();
    }
    return true;
  }

  private void hold(Request request, long now) {
    busy[request.loop] = true;
    request.holdsCore = true;
    held.set(now, ++inUse);
    if (recorder != null) {
      recorder.takesCore(request, now);
    }
  }

  @Override
  void stepOff(Request request, long now) {
    if (!request.holdsCore) {
      return;
    }
    request.holdsCore = false;
    if (recorder != null) {
      recorder.givesCoreBack(request, now);
    }
    busy[request.loop] = false;
    held.set(now, --inUse);
    if (!dispatching[request.loop]) {
      dispatch(request.loop, now);
    }
  }

  private void dispatch(int loop, long now) {
    dispatching[loop] = true;
    while (!busy[loop] && !ready[loop].isEmpty()) {
      Request next = requests.get(ready[loop].poll());
      queue.set(now, --waiting);
      hold(next, now);
      long waited = now - next.since;
      next.readyWait += waited;
      if (window.holds(now)) {
        lag.record(waited);
      }
      replica.proceed(next, now);
    }
    dispatching[loop] = false;
  }

  @Override
  void clear(long now) {
    for (int loop = 0; loop < cores; loop++) {
      while (!ready[loop].isEmpty()) {
        ready[loop].poll();
      }
      busy[loop] = false;
    }
    forgetRunning();
    inUse = 0;
    waiting = 0;
    held.set(now, 0);
    queue.set(now, 0);
  }
}
