package dev.fastsim.junit.assertj;

import dev.fastsim.scenario.Metric;

/**
 * Assertions about a rate, in requests per second.
 *
 * @param <ORIGIN> what comparisons return
 */
public final class RateAssert<ORIGIN extends AbstractResultAssert<ORIGIN, ?>>
    extends AbstractMetricAssert<RateAssert<ORIGIN>, ORIGIN> {

  RateAssert(ORIGIN origin, Metric metric) {
    super(origin, metric, RateAssert.class);
  }

  /** Verifies that it is shown to be less than a limit per second. */
  public ORIGIN isLessThan(double perSecond) {
    return compare(Relation.LESS, perSecond);
  }

  /** Verifies that it is shown to be at most a limit per second. */
  public ORIGIN isLessThanOrEqualTo(double perSecond) {
    return compare(Relation.AT_MOST, perSecond);
  }

  /** Verifies that it is shown to be greater than a limit per second. */
  public ORIGIN isGreaterThan(double perSecond) {
    return compare(Relation.GREATER, perSecond);
  }

  /** Verifies that it is shown to be at least a limit per second. */
  public ORIGIN isGreaterThanOrEqualTo(double perSecond) {
    return compare(Relation.AT_LEAST, perSecond);
  }
}
