package dev.fastsim.experiment;

import dev.fastsim.theory.Theory.Prediction;
import dev.fastsim.theory.Theory.Quantity;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Shares;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What theory says of a quantity, beside what was observed.
 *
 * @param label of the quantity
 * @param expected by theory
 * @param observed by the simulation, and how far off
 */
@API(status = API.Status.EXPERIMENTAL)
public record ComparedWithTheory(String label, String expected, String observed) {

  /** Compares one prediction with a result of the scenario it was made for. */
  public static ComparedWithTheory of(SimulationResult result, Prediction prediction) {
    double exact = prediction.value();
    Estimate estimate = estimate(result, prediction.quantity());
    boolean inside = estimate.low() <= exact && exact <= estimate.high();
    return new ComparedWithTheory(
        label(prediction.quantity()),
        text(prediction.quantity(), exact),
        "observed %s, %s, %s the 95%% CI"
            .formatted(
                text(prediction.quantity(), estimate.value()),
                difference(estimate.value(), exact),
                inside ? "theory inside" : "theory outside"));
  }

  private static Estimate estimate(SimulationResult result, Quantity quantity) {
    return switch (quantity) {
      case MEAN_LATENCY -> result.latency().mean();
      case P50 -> result.latency().p50();
      case P95 -> result.latency().p95();
      case P99 -> result.latency().p99();
      case REQUESTS_INSIDE -> result.requestsInside();
      case ERROR_RATE -> result.errorRate();
    };
  }

  private static String label(Quantity quantity) {
    return switch (quantity) {
      case MEAN_LATENCY -> "mean";
      case P50 -> "p50";
      case P95 -> "p95";
      case P99 -> "p99";
      case REQUESTS_INSIDE -> "requests inside";
      case ERROR_RATE -> "error rate";
    };
  }

  private static String text(Quantity quantity, double value) {
    return switch (quantity) {
      case MEAN_LATENCY, P50, P95, P99 -> Durations.format(value * 1e9);
      case REQUESTS_INSIDE -> String.format(Locale.ROOT, "%.2f", value);
      case ERROR_RATE -> Shares.format(value);
    };
  }

  private static String difference(double observed, double exact) {
    return exact == 0
        ? String.format(Locale.ROOT, "%+.3g", observed)
        : String.format(Locale.ROOT, "%+.2f%%", 100 * (observed / exact - 1));
  }
}
