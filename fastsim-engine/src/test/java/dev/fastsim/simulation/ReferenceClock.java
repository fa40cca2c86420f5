package dev.fastsim.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is planned, in one priority queue.
 *
 * <p>At equal times faults go first, then I/O (by step), CPUs (by service and replica), messages
 * (by the first link of their way), timeouts (by service, replica and pool), and arrivals; equals
 * of one kind in the order in which they were planned.
 */
final class ReferenceClock {

  /** Ranks at equal times; the position within a kind must stay below {@link #KIND}. */
  static final int FAULT = 0;

  static final int IO = 1;
  static final int CPU = 2;
  static final int MESSAGE = 3;
  static final int TIMEOUT = 4;
  static final int ARRIVAL = 5;

  private static final long KIND = 1_000_000;

  private record Event(long time, long rank, long order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::time)
              .thenComparingLong(Event::rank)
              .thenComparingLong(Event::order));
  private long planned;
  private long now;

  long now() {
    return now;
  }

  void at(long time, int kind, int position, Runnable action) {
    events.add(new Event(time, kind * KIND + position, planned++, action));
  }

  void runUntil(long horizon) {
    while (!events.isEmpty() && events.element().time <= horizon) {
      Event event = events.remove();
      now = event.time;
      event.action.run();
    }
  }
}
