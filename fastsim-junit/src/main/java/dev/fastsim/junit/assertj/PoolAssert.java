package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;

/** Assertions about one connection pool. */
public final class PoolAssert extends AbstractResultAssert<PoolAssert, PoolResult> {

  private final SimulationResultAssert result;

  PoolAssert(PoolResult actual, SimulationResultAssert result) {
    super(actual, PoolAssert.class, result.failures());
    this.result = result;
  }

  /** Mean share of connections in use. */
  public ShareAssert<PoolAssert> utilization() {
    return share(new Metric.PoolUtilization(actual.server().name(), actual.pool().name()));
  }

  /** Goes back to the service as a whole. */
  public SimulationResultAssert result() {
    return result;
  }

  @Override
  SimulationResult simulation() {
    return result.simulation();
  }
}
