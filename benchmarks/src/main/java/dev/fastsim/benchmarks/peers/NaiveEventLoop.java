package dev.fastsim.benchmarks.peers;

import java.util.ArrayDeque;
import org.HdrHistogram.Histogram;

/** The event loop as one writes it in an afternoon. */
public final class NaiveEventLoop {

  private record Burst(long nanos, Runnable then) {}

  private final NaiveClock clock = new NaiveClock();
  private final Draws betweenArrivals = new Draws(1, EventLoop.BETWEEN_ARRIVALS_NANOS);
  private final Draws linkIn = new Draws(2, EventLoop.LINK_NANOS);
  private final Draws io = new Draws(3, EventLoop.IO_NANOS);
  private final Draws linkOut = new Draws(4, EventLoop.LINK_NANOS);
  private final Histogram latency = Draws.newHistogram();
  private final ArrayDeque<Burst> ready = new ArrayDeque<>();
  private boolean busy;

  private NaiveEventLoop() {}

  /** The latencies of a run of some nanoseconds. */
  public static Histogram run(long horizon) {
    NaiveEventLoop loop = new NaiveEventLoop();
    loop.clock.in(loop.betweenArrivals.next(), loop::arrive);
    loop.clock.runUntil(horizon);
    return loop.latency;
  }

  private void arrive() {
    long arrival = clock.now();
    clock.in(linkIn.next(), () -> compute(EventLoop.PARSE_NANOS, () -> parsed(arrival)));
    clock.in(betweenArrivals.next(), this::arrive);
  }

  private void parsed(long arrival) {
    clock.in(io.next(), () -> compute(EventLoop.RENDER_NANOS, () -> rendered(arrival)));
  }

  private void rendered(long arrival) {
    clock.in(linkOut.next(), () -> latency.recordValue(clock.now() - arrival));
  }

  private void compute(long nanos, Runnable then) {
    if (busy) {
      ready.add(new Burst(nanos, then));
    } else {
      start(nanos, then);
    }
  }

  private void start(long nanos, Runnable then) {
    busy = true;
    clock.in(
        nanos,
        () -> {
          then.run();
          Burst next = ready.poll();
          if (next == null) {
            busy = false;
          } else {
            start(next.nanos, next.then);
          }
        });
  }
}
