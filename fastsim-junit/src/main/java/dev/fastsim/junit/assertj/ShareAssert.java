package dev.fastsim.junit.assertj;

import dev.fastsim.scenario.Metric;

/**
 * Assertions about a share of a whole.
 *
 * @param <ORIGIN> what comparisons return
 */
public final class ShareAssert<ORIGIN extends AbstractResultAssert<ORIGIN, ?>>
    extends AbstractMetricAssert<ShareAssert<ORIGIN>, ORIGIN> {

  ShareAssert(ORIGIN origin, Metric metric) {
    super(origin, metric, ShareAssert.class);
  }

  /** Verifies that it is shown to be less than a limit, from 0 to 1. */
  public ORIGIN isLessThan(double share) {
    return compare(Relation.LESS, checked(share));
  }

  /** Verifies that it is shown to be at most a limit, from 0 to 1. */
  public ORIGIN isLessThanOrEqualTo(double share) {
    return compare(Relation.AT_MOST, checked(share));
  }

  /** Verifies that it is shown to be greater than a limit, from 0 to 1. */
  public ORIGIN isGreaterThan(double share) {
    return compare(Relation.GREATER, checked(share));
  }

  /** Verifies that it is shown to be at least a limit, from 0 to 1. */
  public ORIGIN isGreaterThanOrEqualTo(double share) {
    return compare(Relation.AT_LEAST, checked(share));
  }

  private static double checked(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be from 0 to 1, but is " + share);
    }
    return share;
  }
}
