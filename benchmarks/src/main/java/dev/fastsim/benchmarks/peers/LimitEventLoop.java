package dev.fastsim.benchmarks.peers;

import org.HdrHistogram.Histogram;

/**
 * The event loop without any abstraction: the next arrival and the end of the burst are variables,
 * links and waits small sorted arrays. A request is its time of arrival; its sign tells whether it
 * has still to be parsed.
 */
public final class LimitEventLoop {

  private final boolean schedulesReturns;
  private final Draws betweenArrivals = new Draws(1, EventLoop.BETWEEN_ARRIVALS_NANOS);
  private final Draws linkIn = new Draws(2, EventLoop.LINK_NANOS);
  private final Draws io = new Draws(3, EventLoop.IO_NANOS);
  private final Draws linkOut = new Draws(4, EventLoop.LINK_NANOS);
  private final Histogram latency = Draws.newHistogram();
  private final LongRing ready = new LongRing();
  private final SortedPairs arriving = new SortedPairs();
  private final SortedPairs waiting = new SortedPairs();
  private final SortedPairs returning = new SortedPairs();
  private long running;
  private long burstEnd = Long.MAX_VALUE;

  private LimitEventLoop(boolean schedulesReturns) {
    this.schedulesReturns = schedulesReturns;
  }

  /** The latencies of a run of some nanoseconds, each of the six events scheduled. */
  public static Histogram run(long horizon) {
    return new LimitEventLoop(true).play(horizon);
  }

  /** Likewise; the way back is added to a latency without an event. */
  public static Histogram runWithoutReturns(long horizon) {
    return new LimitEventLoop(false).play(horizon);
  }

  private Histogram play(long horizon) {
    long nextArrival = betweenArrivals.next();
    while (true) {
      long arrived = arriving.nextTime();
      long answered = waiting.nextTime();
      long returned = returning.nextTime();
      long now =
          Math.min(
              Math.min(nextArrival, burstEnd), Math.min(Math.min(arrived, answered), returned));
      if (now > horizon) {
        return latency;
      }
      if (now == burstEnd) {
        endBurst(now);
      } else if (now == answered) {
        compute(waiting.poll(), now);
      } else if (now == arrived) {
        compute(~arriving.poll(), now);
      } else if (now == nextArrival) {
        arriving.add(now + linkIn.next(), now);
        nextArrival = now + betweenArrivals.next();
      } else {
        latency.recordValue(now - returning.poll());
      }
    }
  }

  private void compute(long request, long now) {
    if (burstEnd == Long.MAX_VALUE) {
      start(request, now);
    } else {
      ready.add(request);
    }
  }

  private void start(long request, long now) {
    running = request;
    burstEnd = now + (request < 0 ? EventLoop.PARSE_NANOS : EventLoop.RENDER_NANOS);
  }

  private void endBurst(long now) {
    if (running < 0) {
      waiting.add(now + io.next(), ~running);
    } else if (schedulesReturns) {
      returning.add(now + linkOut.next(), running);
    } else {
      latency.recordValue(now + linkOut.next() - running);
    }
    if (ready.size() == 0) {
      burstEnd = Long.MAX_VALUE;
    } else {
      start(ready.poll(), now);
    }
  }
}
