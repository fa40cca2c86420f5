package dev.fastsim.simulation;

import dev.fastsim.scenario.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The faults of some kind, asked for what they come to at a time. */
record ReferenceFaults<F extends Fault>(List<F> faults, NavigableSet<Long> changes) {

  static <F extends Fault> ReferenceFaults<F> of(
      List<Fault> all, Class<F> kind, Predicate<F> wanted) {
    List<F> faults = all.stream().filter(kind::isInstance).map(kind::cast).filter(wanted).toList();
    NavigableSet<Long> changes = new TreeSet<>(List.of(Long.MAX_VALUE));
    for (F fault : faults) {
      changes.add(fault.start().toNanos());
      changes.add(fault.end().toNanos());
    }
    return new ReferenceFaults<>(faults, changes);
  }

  /** From the start on, until just before the end. */
  List<F> activeAt(long time) {
    List<F> active = new ArrayList<>();
    for (F each : faults) {
      if (each.start().toNanos() <= time && time < each.end().toNanos()) {
        active.add(each);
      }
    }
    return active;
  }

  /** When something begins or ends after a time; {@link Long#MAX_VALUE} if nothing does. */
  long changeAfter(long time) {
    return changes.tailSet(time, false).first();
  }
}
