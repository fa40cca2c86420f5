package dev.fastsim.junit.assertj;

import dev.fastsim.scenario.Metric;
import java.time.Duration;

/**
 * Assertions about a time.
 *
 * @param <ORIGIN> what comparisons return
 */
public final class DurationAssert<ORIGIN extends AbstractResultAssert<ORIGIN, ?>>
    extends AbstractMetricAssert<DurationAssert<ORIGIN>, ORIGIN> {

  DurationAssert(ORIGIN origin, Metric metric) {
    super(origin, metric, DurationAssert.class);
  }

  /** Verifies that it is shown to be less than a limit. */
  public ORIGIN isLessThan(Duration limit) {
    return compare(Relation.LESS, seconds(limit));
  }

  /** Verifies that it is shown to be at most a limit, as an SLA does. */
  public ORIGIN isLessThanOrEqualTo(Duration limit) {
    return compare(Relation.AT_MOST, seconds(limit));
  }

  /** Verifies that it is shown to be greater than a limit. */
  public ORIGIN isGreaterThan(Duration limit) {
    return compare(Relation.GREATER, seconds(limit));
  }

  /** Verifies that it is shown to be at least a limit. */
  public ORIGIN isGreaterThanOrEqualTo(Duration limit) {
    return compare(Relation.AT_LEAST, seconds(limit));
  }

  private static double seconds(Duration limit) {
    return limit.toNanos() / 1e9;
  }
}
