package dev.fastsim.benchmarks.peers;

import java.util.ArrayDeque;
import org.HdrHistogram.Histogram;

/** M/M/1 as one writes it in an afternoon: a priority queue of events that are lambdas. */
public final class NaiveSingleQueue {

  private final NaiveClock clock = new NaiveClock();
  private final Draws betweenArrivals = new Draws(1, SingleQueue.BETWEEN_ARRIVALS_NANOS);
  private final Draws service = new Draws(2, SingleQueue.SERVICE_NANOS);
  private final Histogram latency = Draws.newHistogram();
  private final ArrayDeque<Long> arrivals = new ArrayDeque<>();

  private NaiveSingleQueue() {}

  /** The latencies of a run of some nanoseconds. */
  public static Histogram run(long horizon) {
    NaiveSingleQueue queue = new NaiveSingleQueue();
    queue.clock.in(queue.betweenArrivals.next(), queue::arrive);
    queue.clock.runUntil(horizon);
    return queue.latency;
  }

  private void arrive() {
    arrivals.add(clock.now());
    if (arrivals.size() == 1) {
      clock.in(service.next(), this::depart);
    }
    clock.in(betweenArrivals.next(), this::arrive);
  }

  private void depart() {
    latency.recordValue(clock.now() - arrivals.remove());
    if (!arrivals.isEmpty()) {
      clock.in(service.next(), this::depart);
    }
  }
}
