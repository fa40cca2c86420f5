package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a result or a part of it, from which metrics are chosen.
 *
 * @param <SELF> the concrete type
 * @param <ACTUAL> what it is about
 */
public abstract class AbstractResultAssert<SELF extends AbstractResultAssert<SELF, ACTUAL>, ACTUAL>
    extends AbstractAssert<SELF, ACTUAL> {

  private final Failures failures;

  AbstractResultAssert(ACTUAL actual, Class<SELF> selfType, Failures failures) {
    super(actual, selfType);
    this.failures = failures;
  }

  /** The whole result. */
  abstract SimulationResult simulation();

  final Failures failures() {
    return failures;
  }

  final DurationAssert<SELF> duration(Metric metric) {
    return describe(new DurationAssert<>(myself, metric));
  }

  final ShareAssert<SELF> share(Metric metric) {
    return describe(new ShareAssert<>(myself, metric));
  }

  final RateAssert<SELF> rate(Metric metric) {
    return describe(new RateAssert<>(myself, metric));
  }

  /** Gives a description, if there is one, to what is navigated to. */
  final <T extends AbstractAssert<?, ?>> T describe(T next) {
    if (info.hasDescription()) {
      next.as(info.description());
    }
    return next;
  }
}
