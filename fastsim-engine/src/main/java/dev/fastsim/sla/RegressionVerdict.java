package dev.fastsim.sla;

import dev.fastsim.experiment.Baseline;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.RelativeDifference;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import org.apiguardian.api.API;

/**
 * A limit beside a baseline and what the simulation says of it: PASS if the 95% interval of the
 * change lies within the tolerance, FAIL if it lies beyond, else INCONCLUSIVE. Of services that are
 * worse by exactly the tolerance 2.5% fail; of those that are not worse, fewer.
 *
 * @param limit how much worse it may be
 * @param decision whether it is worse by no more
 * @param difference from the baseline
 * @param reason why the decision is not what the interval alone suggests; else empty
 */
@API(status = API.Status.EXPERIMENTAL)
public record RegressionVerdict(
    RegressionLimit limit, Decision decision, RelativeDifference difference, String reason) {

  /** Absorbs rounding in the roots that the interval is computed from. */
  private static final double ROUNDING = 1e-6;

  /**
   * Compares a result with a baseline.
   *
   * @throws IllegalArgumentException if the baseline keeps no such metric
   * @throws dev.fastsim.experiment.InvalidBaselineException if it has no such endpoint
   */
  public static RegressionVerdict of(
      RegressionLimit limit, Baseline baseline, SimulationResult result) {
    RelativeDifference difference = baseline.compare(result, limit.metric());
    Estimate change = difference.change();
    if (change.isUnknown()) {
      return new RegressionVerdict(
          limit, Decision.FAIL, difference, "there is nothing to compare: no request completed");
    }
    double worst = (limit.isFloor() ? -change.low() : change.high()) - ROUNDING;
    double best = (limit.isFloor() ? -change.high() : change.low()) - ROUNDING;
    if (best > limit.tolerance()) {
      return new RegressionVerdict(limit, Decision.FAIL, difference, "");
    } else if (worst > limit.tolerance()) {
      return new RegressionVerdict(
          limit,
          Decision.INCONCLUSIVE,
          difference,
          "the tolerance lies inside the interval; simulate more, with the baseline's seed and"
              + " duration if it has others, or tolerate more");
    } else if (limit.metric() instanceof Metric.Latency && !result.isStationary()) {
      return new RegressionVerdict(
          limit,
          Decision.INCONCLUSIVE,
          difference,
          "requests pile up, so that the longer is simulated the longer they take");
    }
    return new RegressionVerdict(limit, Decision.PASS, difference, "");
  }

  /** In words, with the subject: {@code POST /checkout p95 <= baseline + 5%: was +8.3% (...)}. */
  public String text() {
    return "%s%s: %s%s%s"
        .formatted(
            new Objective(limit.metric(), 0).subject().map(name -> name + " ").orElse(""),
            limit.text(),
            decision == Decision.INCONCLUSIVE ? "cannot tell, is about " : "was ",
            difference.text(),
            reason.isEmpty() ? "" : "\n  " + reason);
  }

  /** How many runs are compared, and whether they met the same luck: a line of its own. */
  public String runsText(Baseline baseline, SimulationResult result) {
    String runs = "%d %s".formatted(difference.after().replications(), word(result.runs().size()));
    return difference.paired()
        ? runs + ", each with the same arrivals as in the baseline"
        : "%s against %d %s of the baseline, with other random numbers"
            .formatted(runs, difference.before().replications(), word(baseline.replications()));
  }

  private static String word(int replications) {
    return replications == 1 ? "batches" : "runs";
  }
}
