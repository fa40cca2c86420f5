package dev.fastsim.benchmarks.peers;

import org.HdrHistogram.Histogram;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.DoublyLinked;

/** M/M/1 on SSJ, tuned: events are used again, waiting customers are a ring of their arrivals. */
public final class SsjSingleQueue {

  private final Simulator simulator = new Simulator(new DoublyLinked());
  private final Draws betweenArrivals = new Draws(1, SingleQueue.BETWEEN_ARRIVALS_NANOS);
  private final Draws service = new Draws(2, SingleQueue.SERVICE_NANOS);
  private final Histogram latency = Draws.newHistogram();
  private final LongRing arrivals = new LongRing();
  private final Arrival arrival = new Arrival();
  private final Departure departure = new Departure();

  private SsjSingleQueue() {}

  /** The latencies of a run of some nanoseconds. */
  public static Histogram run(long horizon) {
    SsjSingleQueue queue = new SsjSingleQueue();
    queue.simulator.init();
    new SsjEnd(queue.simulator).schedule(horizon);
    queue.arrival.schedule(queue.betweenArrivals.next());
    queue.simulator.start();
    return queue.latency;
  }

  private final class Arrival extends Event {

    Arrival() {
      super(simulator);
    }

    @Override
    public void actions() {
      arrivals.add((long) sim.time());
      if (arrivals.size() == 1) {
        departure.schedule(service.next());
      }
      schedule(betweenArrivals.next());
    }
  }

  private final class Departure extends Event {

    Departure() {
      super(simulator);
    }

    @Override
    public void actions() {
      latency.recordValue((long) sim.time() - arrivals.poll());
      if (arrivals.size() > 0) {
        schedule(service.next());
      }
    }
  }
}
