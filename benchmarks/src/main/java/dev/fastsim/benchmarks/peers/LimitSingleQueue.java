package dev.fastsim.benchmarks.peers;

import org.HdrHistogram.Histogram;

/** M/M/1 without any abstraction: the next arrival and the next departure are two variables. */
public final class LimitSingleQueue {

  private LimitSingleQueue() {}

  /** The latencies of a run of some nanoseconds. */
  public static Histogram run(long horizon) {
    Draws betweenArrivals = new Draws(1, SingleQueue.BETWEEN_ARRIVALS_NANOS);
    Draws service = new Draws(2, SingleQueue.SERVICE_NANOS);
    Histogram latency = Draws.newHistogram();
    LongRing arrivals = new LongRing();
    long nextArrival = betweenArrivals.next();
    long nextDeparture = Long.MAX_VALUE;
    while (true) {
      if (nextDeparture <= nextArrival) {
        if (nextDeparture > horizon) {
          return latency;
        }
        latency.recordValue(nextDeparture - arrivals.poll());
        nextDeparture = arrivals.size() == 0 ? Long.MAX_VALUE : nextDeparture + service.next();
      } else {
        if (nextArrival > horizon) {
          return latency;
        }
        arrivals.add(nextArrival);
        if (arrivals.size() == 1) {
          nextDeparture = nextArrival + service.next();
        }
        nextArrival += betweenArrivals.next();
      }
    }
  }
}
