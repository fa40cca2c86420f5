package dev.fastsim.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What is planned, in one priority queue.
 *
 * <p>At equal times faults go first, then autoscalers (by service), I/O (by step), CPUs (by service
 * and replica), messages (by the first link of their way), timeouts (by service, replica and pool),
 * permits of limiters (by service), providers whose tokens are there (by the first step), and
 * arrivals; equals of one kind in the order in which they were planned.
 */
final class ReferenceClock {

  /** In their order at equal times. */
  enum Kind {
    FAULT,
    SCALING,
    IO,
    CPU,
    MESSAGE,
    TIMEOUT,
    PERMIT,
    PROVIDER,
    ARRIVAL
  }

  private record Place(Kind kind, int position) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : Integer.compare(position, other.position);
    }
  }

  private record Event(
      long time, Place place, long order, BooleanSupplier condition, Runnable action)
      implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(time, other.time);
      int byPlace = byTime != 0 ? byTime : place.compareTo(other.place);
      return byPlace != 0 ? byPlace : Long.compare(order, other.order);
    }
  }

  /** Two kinds of which something happened at the same time. */
  record Tie(Kind first, Kind second) {}

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Map<Place, Integer> pending = new HashMap<>();
  private final Map<Kind, Integer> mostPending = new EnumMap<>(Kind.class);
  private final Set<Tie> ties = new HashSet<>();
  private final Map<Kind, Integer> mostAtTie = new EnumMap<>(Kind.class);
  private long planned;
  private long now;

  long now() {
    return now;
  }

  void at(long time, Kind kind, int position, Runnable action) {
    at(time, kind, position, () -> true, action);
  }

  /**
   * @param condition without which nothing happens then
   */
  void at(long time, Kind kind, int position, BooleanSupplier condition, Runnable action) {
    Place place = new Place(kind, position);
    events.add(new Event(time, place, planned++, condition, action));
    mostPending.merge(kind, pending.merge(place, 1, Integer::sum), Math::max);
  }

  void runUntil(long horizon) {
    Set<Kind> sameTime = EnumSet.noneOf(Kind.class);
    Place before = new Place(Kind.FAULT, 0);
    while (!events.isEmpty() && events.element().time <= horizon) {
      Event event = events.remove();
      int left = pending.merge(event.place, -1, Integer::sum);
      if (event.time != now) {
        sameTime.clear();
      } else if (event.place.equals(before)) {
        mostAtTie.merge(event.place.kind, left, Math::max);
      }
      before = event.place;
      now = event.time;
      if (event.condition.getAsBoolean()) {
        sameTime.forEach(first -> ties.add(new Tie(first, event.place.kind)));
        sameTime.add(event.place.kind);
        event.action.run();
      }
    }
  }

  /** The largest number of events of a kind that were planned at once for one place. */
  int mostPending(Kind kind) {
    return mostPending.getOrDefault(kind, 0);
  }

  /** The largest number of events planned for one place where two had the same time. */
  int mostAtTie(Kind kind) {
    return mostAtTie.getOrDefault(kind, 0);
  }

  Set<Tie> ties() {
    return ties;
  }
}
