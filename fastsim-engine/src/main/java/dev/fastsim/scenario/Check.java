package dev.fastsim.scenario;

import dev.fastsim.units.Durations;
import java.time.Duration;
import java.util.Arrays;

/** The one way a record refuses a value. */
final class Check {

  private static final Duration LONGEST_READABLE = Duration.ofDays(100_000);

  private Check() {}

  /** Throws {@link IllegalArgumentException} with the formatted message unless the rule holds. */
  static void that(boolean rule, String message, Object... found) {
    if (!rule) {
      throw new IllegalArgumentException(
          message.formatted(Arrays.stream(found).map(Check::readable).toArray()));
    }
  }

  /** A duration as people write it, if it is not longer than any of ours. */
  private static Object readable(Object found) {
    return found instanceof Duration duration && duration.abs().compareTo(LONGEST_READABLE) < 0
        ? Durations.format(duration.toNanos())
        : found;
  }

  /** Refuses names that would be unreadable in results. */
  static void name(String kind, String name) {
    that(!name.isBlank(), "the name of %s must not be blank", kind);
  }

  /** Refuses a share of something relative to others that is none. */
  static void weight(double weight) {
    that(
        weight > 0 && Double.isFinite(weight),
        "weight must be positive and finite, but is %s",
        weight);
  }

  /** Refuses a time that is not on the clock of a run. */
  static void period(Duration start, Duration duration) {
    that(
        !start.isNegative() && start.compareTo(RunPlan.LONGEST) <= 0,
        "start must be from 0 to 365 d, but is %s",
        start);
    longerThanNothing("duration", duration);
  }

  /** Refuses a length of time that is none, or longer than any run. */
  static void longerThanNothing(String what, Duration length) {
    that(
        !length.isNegative() && !length.isZero() && length.compareTo(RunPlan.LONGEST) <= 0,
        "%s must be longer than 0 and at most 365 d, but is %s",
        what,
        length);
  }
}
