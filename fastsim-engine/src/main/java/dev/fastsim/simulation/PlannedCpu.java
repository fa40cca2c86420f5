package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.LongQueue;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.TimeRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Cores of a service whose requests hold one for as long as they compute, which is known from the
 * start. First come, first served, a request's turn depends only on those that came before it, so
 * that all is settled when it comes (Lindley 1952; Kiefer and Wolfowitz 1955 for several cores):
 *
 * <pre>start = max(now, the earliest time at which a core is free),  end = start + work</pre>
 *
 * <p>There is no ready queue, then, and no event when a core passes from one request to the next.
 * Its length is made up for from the times at which those in it start.
 */
final class PlannedCpu extends Cpu {

  private final TimeRecorder lag;
  private final Window window;

  /** When the only core is free. */
  private long free;

  /** When each of several cores is free that is not so yet. */
  private final TimerQueue busy = new TimerQueue();

  /** When the waiting requests start, in order; some may have started. */
  private final LongQueue starts = new LongQueue();

  private double heldArea;
  private double queueArea;
  private int heldMax;
  private int queueMax;

  /** Where requests leave by that take no further step; null if the replica has to be told. */
  private @Nullable WayOut wayOut;

  PlannedCpu(
      Agenda agenda,
      Replica replica,
      Requests requests,
      int cores,
      @Nullable PiecewiseConstant slowness,
      TimeRecorder lag,
      Window window) {
    super(agenda, replica, requests, cores, slowness);
    this.lag = lag;
    this.window = window;
  }

  /** Nothing but the clients takes notice when a request leaves, so it leaves ahead of time. */
  void leaveBy(WayOut way) {
    wayOut = way;
  }

  @Override
  void run(Request request, long now) {
    long start = cores == 1 ? Math.max(now, free) : earliestFree(now);
    long work = replica.bursts(request);
    // What would begin after the run never does; added up, such times would overflow.
    long end = start > window.to() ? start : finish(request, start, work);
    if (cores == 1) {
      free = end;
    } else {
      busy.add(end, 0);
    }
    wait(request, now, start);
    hold(start, end, now);
    if (wayOut != null && request.isServed()) {
      replica.left(request);
      wayOut.sendAt(request, end);
    } else {
      tellAt(end, request);
    }
  }

  /** Takes the core that is free first. */
  private long earliestFree(long now) {
    removeFree(now);
    if (busy.size() < cores) {
      return now;
    }
    long earliest = busy.nextTime();
    busy.poll();
    return earliest;
  }

  private void removeFree(long now) {
    while (busy.nextTime() <= now) {
      busy.poll();
    }
  }

  private void wait(Request request, long now, long start) {
    if (start == now) {
      if (window.holds(now)) {
        lag.recordNothing();
      }
      return;
    }
    request.readyWait += start - now;
    queueArea += window.overlap(now, start);
    if (window.holds(start)) {
      lag.record(start - now);
    }
    starts.add(start);
    if (starts.size() > queueMax) {
      measureQueue(now);
    }
  }

  /** There may be more in the ready queue than ever, unless some that were there have started. */
  private void measureQueue(long now) {
    starts.removeUpTo(now);
    requests.refuseMoreThanMost(starts.size());
    if (now < window.to()) {
      queueMax = Math.max(queueMax, starts.size());
    }
  }

  /** A core is held from a start to an end. */
  private void hold(long start, long end, long now) {
    heldArea += window.overlap(start, end);
    if (end > start && now < window.to()) {
      heldMax = Math.max(heldMax, start > now ? cores : heldNow(now));
    }
  }

  private int heldNow(long now) {
    if (cores == 1) {
      return free > now ? 1 : 0;
    }
    removeFree(now);
    return busy.size();
  }

  @Override
  void stepOff(Request request, long now) {
    // A core is held for as long as was planned.
  }

  @Override
  boolean isBusy(Request request) {
    throw new AssertionError("requests to a planned core are never turned away");
  }

  @Override
  int ready() {
    throw new AssertionError("requests to a planned core are never turned away");
  }

  @Override
  void clear(long now) {
    throw new AssertionError("a planned core is never killed");
  }

  @Override
  void restart(long now) {
    starts.removeUpTo(now);
    queueMax = starts.size();
    heldMax = heldNow(now);
  }

  @Override
  Level held(long now) {
    return new Level(heldArea / window.length(), heldMax);
  }

  @Override
  double coreNanos(long now) {
    throw new AssertionError("nobody looks at what a planned core does now");
  }

  @Override
  Level queue(long now) {
    return new Level(queueArea / window.length(), queueMax);
  }
}
