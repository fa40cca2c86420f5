package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.IntQueue;
import dev.fastsim.metrics.TimeRecorder;
import org.jspecify.annotations.Nullable;

/** Cores as tokens: a request holds one until it gives it back, whenever that is. */
final class TokenCpu extends GaugedCpu {

  private final TimeRecorder lag;
  private final Window window;
  private final IntQueue ready = new IntQueue();
  private int idle;
  private boolean dispatching;

  /** Mostly null; see {@link Recorder}. */
  private final @Nullable Recorder recorder;

  TokenCpu(
      Agenda agenda,
      Replica replica,
      Requests requests,
      int cores,
      @Nullable PiecewiseConstant slowness,
      TimeRecorder lag,
      Window window,
      @Nullable Recorder recorder) {
    super(agenda, replica, requests, cores, slowness);
    this.idle = cores;
    this.lag = lag;
    this.window = window;
    this.recorder = recorder;
  }

  @Override
  boolean isBusy(Request request) {
    return isBusy();
  }

  private boolean isBusy() {
    return idle == 0 || !ready.isEmpty();
  }

  @Override
  int ready() {
    return ready.size();
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

  /** Gives the request a core at once and returns true, or lets it wait in the ready queue. */
  private boolean take(Request request, long now) {
    if (isBusy()) {
      request.since = now;
      ready.add(request.number);
      queue.set(now, ready.size());
      if (recorder != null) {
        recorder.waitsForCore(request, now);
      }
      return false;
    }
    idle--;
    held.set(now, cores - idle);
    hold(request, now);
    if (window.holds(now)) {
      lag.recordNothing();
    }
    return true;
  }

  private void hold(Request request, long now) {
    request.holdsCore = true;
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
    idle++;
    if (dispatching) {
      return; // dispatch is already at it
    }
    if (!ready.isEmpty()) {
      dispatch(now);
    }
    held.set(now, cores - idle);
  }

  private void dispatch(long now) {
    dispatching = true;
    while (idle > 0 && !ready.isEmpty()) {
      Request next = requests.get(ready.poll());
      queue.set(now, ready.size());
      idle--;
      hold(next, now);
      long waited = now - next.since;
      next.readyWait += waited;
      if (window.holds(now)) {
        lag.record(waited);
      }
      replica.proceed(next, now);
    }
    dispatching = false;
  }

  @Override
  void clear(long now) {
    while (!ready.isEmpty()) {
      ready.poll();
    }
    forgetRunning();
    idle = cores;
    held.set(now, 0);
    queue.set(now, 0);
  }
}
