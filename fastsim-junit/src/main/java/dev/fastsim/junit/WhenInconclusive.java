package dev.fastsim.junit;

/** What becomes of a test whose verdict is inconclusive, for {@link FastSimConfiguration}. */
public enum WhenInconclusive {
  /** The test fails; the default, because nothing was shown. */
  FAIL,
  /** The test is aborted, which reports show as skipped. */
  ABORT,
  /** The test passes. */
  PASS
}
