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

  /** Over the time from {@code start} to {@code end}. */
  Level between(long start, long end) {
    double area = 0;
    long value = 0;
    long max = 0;
    for (Change change : changes) {
      area += (double) change.delta * Math.max(0, end - Math.max(start, change.time));
      if (change.time < start) {
        max = value + change.delta;
      }
      value += change.delta;
      max = change.time < end || change.time == end ? Math.max(max, value) : max;
    }
    return new Level(area / (end - start), max);
  }
}
