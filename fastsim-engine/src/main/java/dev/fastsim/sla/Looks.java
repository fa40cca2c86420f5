package dev.fastsim.sla;

import dev.fastsim.scenario.RunPlan;

/**
 * How sure a verdict must be at each look at the replications.
 *
 * <p>Who looks again and again until an interval clears the limit sees it clear by chance more
 * often than once. So the 5% that may go wrong are spent over the looks, of which a run plan allows
 * a known number (alpha spending; Lan and DeMets 1983). A verdict can be wrong on one side only: a
 * limit that is kept is not passed by mistake. The last look takes the 95% interval, which is wrong
 * on one side in 2.5%; the looks before it share another 1.5% evenly. By Bonferroni's inequality
 * the sum bounds the probability of a wrong verdict, however the looks depend on each other. The
 * last 1% is kept in reserve, because values are not quite normal: percentiles are skewed, and an
 * interval that misses one of them is more often too low.
 */
final class Looks {

  private static final double LAST = 0.95;

  /** On both sides. */
  private static final double BEFORE = 0.03;

  private Looks() {}

  /** Confidence of the two-sided interval that must clear the limit, at least 95%. */
  static double confidence(RunPlan plan, int replications) {
    if (replications >= plan.maxReplications()) {
      return LAST;
    }
    int before = 0;
    for (long n = plan.replications(); n < plan.maxReplications(); n *= 2) {
      before++;
    }
    return 1 - BEFORE / before;
  }
}
