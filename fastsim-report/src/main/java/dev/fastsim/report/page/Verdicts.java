package dev.fastsim.report.page;

import java.util.List;

/**
 * What became of each promise.
 *
 * @param rows one for each promise
 */
public record Verdicts(List<Row> rows) implements Block {

  public Verdicts {
    rows = List.copyOf(rows);
  }

  /**
   * One promise.
   *
   * @param status whether it is kept
   * @param where the circumstances, if it is not the scenario as it is; else empty
   * @param metric what is limited: {@code POST /checkout p95}
   * @param limit with the sign of the comparison: {@code <= 120 ms}
   * @param measured value with its unit
   * @param interval of the value: {@code 161 ms .. 165.4 ms}; empty if there is none
   * @param margin how far the value is from its limit: {@code 36% above}
   * @param ratio the value as a multiple of the limit, for the bar; NaN for no bar
   */
  public record Row(
      Status status,
      String where,
      String metric,
      String limit,
      String measured,
      String interval,
      String margin,
      double ratio) {

    /** Where the bar ends, in percent of its track, on which the limit stands at two thirds. */
    public int barPercent() {
      return Double.isNaN(ratio) ? 0 : (int) Math.round(Math.min(100, ratio * LIMIT_PERCENT));
    }

    /** Whether the value lies beyond the right end of the bar's track. */
    public boolean isBeyondTrack() {
      return ratio * LIMIT_PERCENT > 100;
    }
  }

  /** Where the limit stands on a bar's track, in percent. */
  public static final int LIMIT_PERCENT = 66;
}
