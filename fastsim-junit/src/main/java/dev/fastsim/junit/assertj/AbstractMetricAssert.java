package dev.fastsim.junit.assertj;

import dev.fastsim.scenario.Metric;
import dev.fastsim.sla.Decision;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about one metric.
 *
 * @param <SELF> the concrete type
 * @param <ORIGIN> what the metric was chosen from; comparisons return it
 */
public abstract class AbstractMetricAssert<
        SELF extends AbstractMetricAssert<SELF, ORIGIN>,
        ORIGIN extends AbstractResultAssert<ORIGIN, ?>>
    extends AbstractAssert<SELF, Metric> {

  private final ORIGIN origin;

  AbstractMetricAssert(ORIGIN origin, Metric metric, Class<?> selfType) {
    super(metric, selfType);
    this.origin = origin;
  }

  final ORIGIN compare(Relation relation, double limit) {
    Comparison comparison = new Comparison(origin.simulation(), actual, relation, limit);
    if (comparison.decision() != Decision.PASS) {
      origin
          .failures()
          .report(
              failureWithActualExpected(
                  comparison.measuredText(), comparison.text(), "%s", comparison.explanation()));
    }
    return origin;
  }
}
