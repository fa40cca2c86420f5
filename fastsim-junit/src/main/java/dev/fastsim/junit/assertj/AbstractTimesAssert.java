package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Statistic;

/**
 * Assertions about a distribution of times.
 *
 * @param <SELF> the concrete type
 * @param <ACTUAL> what has the times
 */
public abstract class AbstractTimesAssert<SELF extends AbstractTimesAssert<SELF, ACTUAL>, ACTUAL>
    extends AbstractResultAssert<SELF, ACTUAL> {

  private final SimulationResultAssert result;

  AbstractTimesAssert(ACTUAL actual, Class<SELF> selfType, SimulationResultAssert result) {
    super(actual, selfType, result.failures());
    this.result = result;
  }

  abstract Metric metric(Statistic statistic);

  /** The mean. */
  public final DurationAssert<SELF> mean() {
    return duration(metric(new Statistic.Mean()));
  }

  /** The median. */
  public final DurationAssert<SELF> p50() {
    return percentile(50);
  }

  /** The 90th percentile. */
  public final DurationAssert<SELF> p90() {
    return percentile(90);
  }

  /** The 95th percentile. */
  public final DurationAssert<SELF> p95() {
    return percentile(95);
  }

  /** The 99th percentile. */
  public final DurationAssert<SELF> p99() {
    return percentile(99);
  }

  /** The 99.9th percentile. */
  public final DurationAssert<SELF> p999() {
    return percentile(99.9);
  }

  /**
   * Any percentile.
   *
   * @param percent above 0 and below 100
   */
  public final DurationAssert<SELF> percentile(double percent) {
    return duration(metric(new Statistic.Percentile(percent)));
  }

  /** The largest time simulated. */
  public final DurationAssert<SELF> max() {
    return duration(metric(new Statistic.Max()));
  }

  /** Goes back to the service as a whole. */
  public final SimulationResultAssert result() {
    return result;
  }

  @Override
  final SimulationResult simulation() {
    return result.simulation();
  }
}
