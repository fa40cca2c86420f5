package dev.fastsim.simulation;

import dev.fastsim.metrics.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The messages that were on a link: each from when it left until just before it got there. */
final class Flights {

  private record Change(long time, int delta) {}

  private final List<Change> changes = new ArrayList<>();

  void add(long from, long to) {
    changes.add(new Change(from, 1));
    changes.add(new Change(to, -1));
  }

  /** From {@code start} to {@code end}, the ends included. */
  Level between(long start, long end) {
    changes.sort(Comparator.comparingLong(Change::time).thenComparingInt(Change::delta));
    double area = 0;
    long value = 0;
    long max = 0;
    for (Change change : changes) {
      if (change.time <= end) {
        area += (double) change.delta * (end - Math.max(start, change.time));
        value += change.delta;
        max = change.time <= start ? value : Math.max(max, value);
      }
    }
    return new Level(area / (end - start), max);
  }
}
