package dev.fastsim.junit.engine;

import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.Difference;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import java.util.List;
import java.util.Optional;

/**
 * What a what-if makes otherwise.
 *
 * @param name of the what-if
 * @param changes in words: {@code traffic x 2}
 * @param limited the metrics that are promised to keep a limit
 * @param comparison with the spec as it is, if that was simulated, too
 */
record Deviation(
    String name, String changes, List<Metric> limited, Optional<Comparison> comparison) {

  /** What a breach says besides: the changes, and how much they do. */
  String text(Objective objective) {
    return "\n  what if: %s%s"
        .formatted(
            changes,
            comparison
                .map(each -> each.of(objective.metric()))
                .filter(difference -> !difference.change().isUnknown())
                .map(difference -> "\n  " + text(objective, difference))
                .orElse(""));
  }

  private static String text(Objective objective, Difference difference) {
    return "as it is: %s %s; this is %s"
        .formatted(
            objective.metricText(),
            objective.valueText(difference.before().value()),
            difference.text());
  }
}
