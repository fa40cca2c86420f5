package dev.fastsim.experiment;

import dev.fastsim.units.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What makes the intervals of a result less trustworthy than they look. */
final class ResultWarnings {

  /**
   * Of twenty independent batches, one series in eighty has neighbours that are more correlated:
   * 2.24 / sqrt(20).
   */
  private static final double MOST_CORRELATED = 0.5;

  private ResultWarnings() {}

  static List<String> of(SimulationResult result) {
    List<String> warnings = new ArrayList<>();
    if (!result.isStationary()) {
      warnings.add(Growth.text(result));
    } else if (result.warmUp().origin() == WarmUp.Origin.NOT_FOUND) {
      warnings.add(
          "the number of requests inside had not settled by half of the duration, so the first %s"
                  .formatted(Durations.format(result.warmUp().length().toNanos()))
              + " were removed; simulate longer");
    }
    if (result.runs().size() == 1) {
      double correlation = neighbours(result.samples(run -> run.latency().mean()));
      if (correlation > MOST_CORRELATED) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "the batches of the run are too short for their intervals: mean latencies of"
                    + " neighbours have a correlation of %.2f; simulate longer",
                correlation));
      }
    }
    return warnings;
  }

  /** The correlation of each value with the next; NaN where nothing varies. */
  private static double neighbours(double[] values) {
    double mean = Estimate.of(values).value();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
    }
    return squares <= 1e-18 * mean * mean ? Double.NaN : products / squares;
  }
}
