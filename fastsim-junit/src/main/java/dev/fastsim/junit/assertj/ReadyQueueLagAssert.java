package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.sla.Metric;
import dev.fastsim.sla.Statistic;

/** Assertions about the time from when a request could compute to when it gets a core. */
public final class ReadyQueueLagAssert
    extends AbstractTimesAssert<ReadyQueueLagAssert, TimeEstimates> {

  ReadyQueueLagAssert(TimeEstimates actual, SimulationResultAssert result) {
    super(actual, ReadyQueueLagAssert.class, result);
  }

  @Override
  Metric metric(Statistic statistic) {
    return new Metric.ReadyQueueLag(statistic);
  }
}
