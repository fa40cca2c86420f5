package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Statistic;

/** Assertions about the time from when a request could compute to when it gets a core. */
public final class ReadyQueueLagAssert
    extends AbstractTimesAssert<ReadyQueueLagAssert, TimeEstimates> {

  private final String service;

  ReadyQueueLagAssert(ServerResult server, SimulationResultAssert result) {
    super(server.readyQueueLag(), ReadyQueueLagAssert.class, result);
    this.service = server.name();
  }

  @Override
  Metric metric(Statistic statistic) {
    return new Metric.ReadyQueueLag(service, statistic);
  }
}
