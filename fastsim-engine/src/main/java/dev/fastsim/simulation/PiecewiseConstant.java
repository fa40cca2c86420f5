package dev.fastsim.simulation;

import dev.fastsim.scenario.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/** A number that changes at known times: a sum, product or minimum over the faults of the time. */
final class PiecewiseConstant {

  private final long[] changes;

  /** From each change to the next; one more than there are changes. */
  private final double[] values;

  private PiecewiseConstant(long[] changes, double[] values) {
    this.changes = changes;
    this.values = values;
  }

  /**
   * The function of time that some faults make.
   *
   * @param faults those that matter
   * @param none the value while there is none
   * @param fold from the value so far and an active fault to the next value
   */
  static <F extends Fault> PiecewiseConstant of(
      List<F> faults, double none, ToDoubleBiFunction<Double, F> fold) {
    long[] changes = changes(faults);
    double[] values = new double[changes.length + 1];
    values[0] = none;
    for (int i = 0; i < changes.length; i++) {
      long from = changes[i];
      double value = none;
      for (F fault : faults) {
        value = isActive(fault, from) ? fold.applyAsDouble(value, fault) : value;
      }
      values[i + 1] = value;
    }
    return new PiecewiseConstant(changes, values);
  }

  /** The times at which faults begin or end, in order, each once. */
  static long[] changes(List<? extends Fault> faults) {
    return faults.stream()
        .flatMap(fault -> List.of(fault.start(), fault.end()).stream())
        .mapToLong(Duration::toNanos)
        .sorted()
        .distinct()
        .toArray();
  }

  /** The times at which it changes, in order. */
  long[] changes() {
    return changes.clone();
  }

  /** Whether a time is in the fault's half-open interval. */
  static boolean isActive(Fault fault, long now) {
    return fault.start().toNanos() <= now && now < fault.end().toNanos();
  }

  /** The faults of a kind that a rule picks, in the scenario's order. */
  static <F extends Fault> List<F> pick(List<Fault> faults, Class<F> kind, Predicate<F> rule) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).filter(rule).toList();
  }

  /** The value at a time. */
  double at(long time) {
    int i = 0;
    while (i < changes.length && changes[i] <= time) {
      i++;
    }
    return values[i];
  }

  /** The first change after a time; infinite if there is none. */
  double nextChange(double time) {
    for (long change : changes) {
      if (change > time) {
        return change;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * When work is done that takes {@code value} times as long while the function has that value.
   *
   * @param start when it begins
   * @param work nanoseconds it would take at value 1
   */
  long finish(long start, long work) {
    double remaining = work;
    long from = start;
    for (int i = 0; i < changes.length; i++) {
      if (changes[i] <= from) {
        continue;
      }
      double capacity = (changes[i] - from) / values[i];
      if (remaining <= capacity) {
        return from + Math.round(remaining * values[i]);
      }
      remaining -= capacity;
      from = changes[i];
    }
    return from + Math.round(remaining);
  }
}
