package dev.fastsim.experiment;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a metric differs between two results.
 *
 * @param metric what differs
 * @param before its value in the first result
 * @param after its value in the second
 * @param change the second less the first, with the interval of the paired replications
 */
@API(status = API.Status.EXPERIMENTAL)
public record Difference(Metric metric, Estimate before, Estimate after, Estimate change) {

  /** Whether the interval leaves no doubt that the two are different. */
  public boolean isCertain() {
    return change.low() > 0 || change.high() < 0;
  }

  /** The metric with its subject: {@code POST /checkout p95}. */
  public String name() {
    return Readings.name(metric);
  }

  /** In words: {@code p95 +38.4 ms (95% CI +36.9 ms .. +39.9 ms)}. */
  public String text() {
    return any().metricText()
        + " "
        + changeText()
        + intervalText().map(" (%s)"::formatted).orElse("");
  }

  /** The change alone: {@code +38.4 ms}. */
  String changeText() {
    return signed(change.value());
  }

  /** Where from, where to, and how sure that is. */
  String detailText() {
    Objective any = any();
    return "%s -> %s%s%s"
        .formatted(
            any.valueText(before.value()),
            any.valueText(after.value()),
            intervalText().map(", "::concat).orElse(""),
            isCertain() ? " *" : "");
  }

  private Optional<String> intervalText() {
    return Double.isFinite(change.low()) && change.low() != change.high()
        ? Optional.of("95%% CI %s .. %s".formatted(signed(change.low()), signed(change.high())))
        : Optional.empty();
  }

  private String signed(double value) {
    String amount = any().valueText(Math.abs(value));
    return Double.isNaN(value) ? "n/a" : (value < 0 ? "-" : "+") + amount;
  }

  /** Knows the metric's words and unit. */
  private Objective any() {
    return new Objective(metric, 0);
  }
}
