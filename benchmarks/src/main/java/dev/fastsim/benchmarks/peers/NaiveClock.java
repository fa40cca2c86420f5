package dev.fastsim.benchmarks.peers;

import java.util.PriorityQueue;

/** An event is a time and what to do then; a priority queue tells which is next. */
final class NaiveClock {

  private record Event(long time, long order, Runnable action) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private long planned;
  private long now;

  long now() {
    return now;
  }

  void in(long delay, Runnable action) {
    events.add(new Event(now + delay, planned++, action));
  }

  void runUntil(long horizon) {
    while (true) {
      Event event = events.remove();
      if (event.time > horizon) {
        return;
      }
      now = event.time;
      event.action.run();
    }
  }
}
