package dev.fastsim.experiment;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.units.Shares;
import org.apiguardian.api.API;

/**
 * How a metric differs from that of a baseline, as a share of it.
 *
 * @param metric what differs
 * @param before the mean over the replications of the baseline that are compared
 * @param after the mean over the replications that are compared with them
 * @param change the second by the first, less 1: 0.05 for 5% more; NaN if there is nothing to
 *     compare. Infinite ends of the interval are those that nothing is known of
 * @param paired whether each replication is compared with that of the same number, which met the
 *     same random numbers
 */
@API(status = API.Status.EXPERIMENTAL)
public record RelativeDifference(
    Metric metric, Estimate before, Estimate after, Estimate change, boolean paired) {

  /** In words: {@code +8.3% (95% CI +7.9% .. +8.7%), from 82.1 ms to 88.9 ms}. */
  public String text() {
    Objective any = new Objective(metric, 0);
    return "%s%s, from %s to %s"
        .formatted(
            signed(change.value()),
            interval(),
            any.valueText(before.value()),
            any.valueText(after.value()));
  }

  private String interval() {
    if (change.low() == change.high() || change.isUnknown()) {
      return "";
    } else if (Double.isInfinite(change.high())) {
      return change.low() == -1 ? "" : " (95%% CI from %s)".formatted(signed(change.low()));
    }
    return " (95%% CI %s .. %s)".formatted(signed(change.low()), signed(change.high()));
  }

  private static String signed(double share) {
    if (!Double.isFinite(share)) {
      return "n/a";
    }
    return (share < 0 ? "-" : "+") + Shares.format(Math.abs(share));
  }
}
