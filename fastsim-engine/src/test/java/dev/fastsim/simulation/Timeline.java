package dev.fastsim.simulation;

import dev.fastsim.metrics.Level;
import java.util.ArrayList;
import java.util.List;

/** Every change of a number, kept in a list and summed up at the end. */
final class Timeline {

  private record Change(long time, long delta) {}

  private final List<Change> changes = new ArrayList<>();

  void add(long now, long delta) {
    changes.add(new Change(now, delta));
  }

  /** The integral from {@code start} to {@code end}, so far. */
  double area(long start, long end) {
    double area = 0;
    for (Change change : changes) {
      area += (double) change.delta * Math.max(0, end - Math.max(start, change.time));
    }
    return area;
  }

  /** Over the time from {@code start} to {@code end}; a maximum must have lasted. */
  Level between(long start, long end) {
    double area = 0;
    long value = 0;
    long max = 0;
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      value += change.delta;
      area += (double) change.delta * Math.max(0, end - Math.max(start, change.time));
      long next = i + 1 < changes.size() ? changes.get(i + 1).time : Long.MAX_VALUE;
      if (Math.max(start, change.time) < Math.min(end, next)) {
        max = Math.max(max, value);
      }
    }
    return new Level(area / (end - start), max);
  }
}
