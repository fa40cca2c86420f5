package dev.fastsim.model;

import dev.fastsim.scenario.Metric;
import dev.fastsim.sla.RegressionLimit;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How much worse than its baseline a metric may be, as {@link dev.fastsim.annotations.Baseline}
 * states it.
 *
 * @param metric what is compared
 * @param tolerance as written
 * @param limit what it comes to; empty if the text is no share
 */
@API(status = API.Status.EXPERIMENTAL)
public record BaselinePromise(Metric metric, String tolerance, Optional<RegressionLimit> limit) {

  /**
   * In the words of {@link RegressionLimit#text()}, with the tolerance as written if it is none.
   */
  public String text() {
    return limit
        .map(RegressionLimit::text)
        .orElseGet(() -> RegressionLimit.text(metric, tolerance));
  }
}
