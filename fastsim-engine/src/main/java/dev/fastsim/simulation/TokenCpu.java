package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.IntQueue;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.TimeRecorder;
import org.jspecify.annotations.Nullable;

/** Cores as tokens: a request holds one until it gives it back, whenever that is. */
final class TokenCpu extends Cpu {

  private final TimeRecorder lag;
  private final Window window;
  private final IntQueue ready = new IntQueue();
  private final LevelGauge held = new LevelGauge();
  private final LevelGauge queue = new LevelGauge();
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
  boolean isBusy() {
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

  /** Tells when each of the steps begins that the request takes now, one after the other. */
  private void recordBursts(Request request, Recorder itsRecorder, long now) {
    long work = 0;
    for (int at = request.position; replica.computes(request, at); at++) {
      long word = request.step(at);
      itsRecorder.computes(request, Trace.step(word), after(now, work));
      work += Trace.nanos(word);
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

  @Override
  void restart(long now) {
    held.restart(now);
    queue.restart(now);
  }

  @Override
  Level held(long now) {
    return held.read(now);
  }

  @Override
  Level queue(long now) {
    return queue.read(now);
  }
}
