package dev.fastsim.benchmarks.peers;

import java.util.ArrayDeque;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.DoublyLinked;

/** The event loop on SSJ, tuned: a request is one event that is used again for all it does. */
public final class SsjEventLoop {

  private static final int ARRIVES = 0;
  private static final int PARSED = 1;
  private static final int ANSWERED = 2;
  private static final int RENDERED = 3;
  private static final int RETURNED = 4;

  private final Simulator simulator = new Simulator(new DoublyLinked());
  private final Draws betweenArrivals = new Draws(1, EventLoop.BETWEEN_ARRIVALS_NANOS);
  private final Draws linkIn = new Draws(2, EventLoop.LINK_NANOS);
  private final Draws io = new Draws(3, EventLoop.IO_NANOS);
  private final Draws linkOut = new Draws(4, EventLoop.LINK_NANOS);
  private final Histogram latency = Draws.newHistogram();
  private final ArrayDeque<Request> ready = new ArrayDeque<>();
  private final ArrayDeque<Request> spare = new ArrayDeque<>();
  private boolean busy;

  private SsjEventLoop() {}

  /** The latencies of a run of some nanoseconds. */
  public static Histogram run(long horizon) {
    SsjEventLoop loop = new SsjEventLoop();
    loop.simulator.init();
    new SsjEnd(loop.simulator).schedule(horizon);
    loop.new Arrivals().schedule(loop.betweenArrivals.next());
    loop.simulator.start();
    return loop.latency;
  }

  private final class Arrivals extends Event {

    Arrivals() {
      super(simulator);
    }

    @Override
    public void actions() {
      Request request = spare.isEmpty() ? new Request() : spare.pop();
      request.arrival = (long) sim.time();
      request.what = ARRIVES;
      request.schedule(linkIn.next());
      schedule(betweenArrivals.next());
    }
  }

  private final class Request extends Event {

    private long arrival;
    private int what;

    Request() {
      super(simulator);
    }

    @Override
    public void actions() {
      switch (what) {
        case ARRIVES -> {
          what = PARSED;
          compute();
        }
        case PARSED -> {
          what = ANSWERED;
          schedule(io.next());
          next();
        }
        case ANSWERED -> {
          what = RENDERED;
          compute();
        }
        case RENDERED -> {
          what = RETURNED;
          schedule(linkOut.next());
          next();
        }
        default -> {
          latency.recordValue((long) sim.time() - arrival);
          spare.push(this);
        }
      }
    }

    private void compute() {
      if (busy) {
        ready.add(this);
      } else {
        busy = true;
        burst();
      }
    }

    private void burst() {
      schedule(what == PARSED ? EventLoop.PARSE_NANOS : EventLoop.RENDER_NANOS);
    }

    private void next() {
      @Nullable Request next = ready.poll();
      if (next == null) {
        busy = false;
      } else {
        next.burst();
      }
    }
  }
}
