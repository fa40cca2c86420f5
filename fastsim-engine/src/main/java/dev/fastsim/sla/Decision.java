package dev.fastsim.sla;

/** What a simulation says of an objective. */
public enum Decision {
  /** The confidence interval lies within the limit. */
  PASS,
  /** The confidence interval lies beyond the limit, or there is nothing to measure. */
  FAIL,
  /** The limit lies inside the interval, or there are too few requests to tell. */
  INCONCLUSIVE
}
