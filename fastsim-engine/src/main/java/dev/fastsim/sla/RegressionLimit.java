package dev.fastsim.sla;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.units.Shares;
import org.apiguardian.api.API;

/**
 * How much worse than that of a baseline a metric may be. Latencies and error rates are worse when
 * they are higher, throughputs when they are lower.
 *
 * @param metric what is compared
 * @param tolerance share of the baseline's value, from 0 to 1
 */
@API(status = API.Status.EXPERIMENTAL)
public record RegressionLimit(Metric metric, double tolerance) {

  public RegressionLimit {
    if (!(tolerance >= 0 && tolerance <= 1)) {
      throw new IllegalArgumentException(
          "a tolerance must be from 0% to 100%, but is " + tolerance);
    }
  }

  /** Whether less is worse. */
  public boolean isFloor() {
    return new Objective(metric, 0).isFloor();
  }

  /** In words, without the subject: {@code p95 <= baseline + 5%}. */
  public String text() {
    return text(metric, Shares.exact(tolerance));
  }

  /** In words, with a tolerance as it is written. */
  public static String text(Metric metric, String tolerance) {
    Objective any = new Objective(metric, 0);
    return "%s %s %s"
        .formatted(any.metricText(), any.isFloor() ? ">= baseline -" : "<= baseline +", tolerance);
  }
}
