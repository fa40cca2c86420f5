package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.TimeRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Cores that all bursts share equally (processor sharing; Kleinrock, <i>Queueing Systems</i>, vol.
 * 2, 1976, section 4.4): each of n bursts goes on at the speed {@code min(1, cores/n)}.
 *
 * <p>All have had the same service since they were there together, so that one number, the
 * <em>service</em> that each has had so far, tells of all: a burst is done when it has grown by the
 * burst's work, and who is done first stays first whoever comes and goes (virtual time; Parekh and
 * Gallager 1993). Its unit is the nanosecond. What the cores have done beyond a whole one for each
 * burst is carried over in core nanoseconds, less than one for each, so that nothing is lost by
 * rounding and all is exact.
 */
final class SharedCpu extends GaugedCpu {

  /** Longer than any run, and short enough to be added to a time. */
  private static final long ENDLESS = 1L << 56;

  /** Up to here a time may be multiplied by a number of cores, or of requests. */
  private static final long SHORT = 1L << 42;

  private final TimeRecorder lag;
  private final Window window;

  /** Mostly null; told of a burst of several steps as of its first. */
  private final @Nullable Recorder recorder;

  private final @Nullable SlowClock clock;

  /** By the service at which they are done. */
  private final TimerQueue bursts = new TimerQueue();

  /** Of each burst. */
  private long service;

  /** Core nanoseconds that were given to none yet. */
  private long carried;

  /** Up to where service is known, by the machine's clock. */
  private long since;

  SharedCpu(
      Agenda agenda,
      Replica replica,
      Requests requests,
      int cores,
      @Nullable PiecewiseConstant slowness,
      TimeRecorder lag,
      Window window,
      @Nullable Recorder recorder) {
    super(agenda, replica, requests, cores, slowness);
    this.lag = lag;
    this.window = window;
    this.recorder = recorder;
    this.clock = slowness == null ? null : new SlowClock(slowness);
  }

  @Override
  void run(Request request, long now) {
    serve(now);
    if (recorder != null) {
      recorder.computes(request, Trace.step(request.step(request.position)), now);
    }
    long work = replica.bursts(request);
    request.since = since + work; // by the machine's clock, when it were done alone
    request.slowdownWait -= now - since;
    bursts.add(service + work, request.number);
    changed(now);
    plan(now);
  }

  @Override
  public void fire(long now) {
    serve(now);
    Request request = requests.get(bursts.poll());
    changed(now);
    long waited = since - request.since;
    request.readyWait += waited;
    request.slowdownWait += now - since;
    if (window.holds(now)) {
      lag.record(waited);
    }
    replica.burstEnded(request, now);
    plan(now);
  }

  /** Gives the bursts their share of the time since the last change. */
  private void serve(long now) {
    long machine = clock == null ? now : clock.at(now);
    long elapsed = machine - since;
    since = machine;
    int sharing = bursts.size();
    if (sharing <= cores) {
      service += elapsed;
    } else if (elapsed < SHORT) {
      share(cores * elapsed + carried, sharing);
    } else {
      service += elapsed / sharing * cores;
      share(elapsed % sharing * cores + carried, sharing);
    }
  }

  private void share(long coreNanos, int sharing) {
    long each = coreNanos / sharing;
    service += each;
    carried = coreNanos - each * sharing;
  }

  /** There are more or fewer bursts. */
  private void changed(long now) {
    int sharing = bursts.size();
    carried = sharing <= cores ? 0 : Math.min(carried, sharing - 1);
    held.set(now, Math.min(sharing, cores));
    queue.set(now, Math.max(0, sharing - cores));
  }

  /** Finds out when the next burst is done if nothing changes. */
  private void plan(long now) {
    int sharing = bursts.size();
    if (sharing == 0) {
      schedule(Agenda.NEVER);
      return;
    }
    long time = timeFor(bursts.nextTime() - service, sharing);
    if (time >= ENDLESS) {
      schedule(Agenda.NEVER);
    } else {
      schedule(clock == null ? now + time : Math.max(now, clock.when(since + time)));
    }
  }

  /** How long it takes until each has had so much. */
  private long timeFor(long each, int sharing) {
    if (sharing <= cores) {
      return each;
    } else if (each < SHORT) {
      return Math.max(0, ceilDiv(each * sharing - carried, cores));
    }
    long rounds = each / cores;
    long rest = ceilDiv(each % cores * sharing - carried, cores);
    return rounds >= ENDLESS / sharing ? ENDLESS : rounds * sharing + rest;
  }

  private static long ceilDiv(long value, int divisor) {
    return -Math.floorDiv(-value, divisor);
  }

  @Override
  void stepOff(Request request, long now) {
    // Whoever does not compute has no share.
  }

  @Override
  boolean isBusy(Request request) {
    throw new AssertionError("requests to a thread pool wait in its accept queue");
  }

  @Override
  int ready() {
    throw new AssertionError("requests to a thread pool wait in its accept queue");
  }

  @Override
  void clear(long now) {
    serve(now);
    bursts.clear();
    changed(now);
    plan(now);
  }
}
