package dev.fastsim.junit.assertj;

import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import java.util.Optional;

/** Assertions about what the replications of a scenario show of the service as a whole. */
public final class SimulationResultAssert
    extends AbstractResultAssert<SimulationResultAssert, SimulationResult> {

  SimulationResultAssert(SimulationResult actual, Failures failures) {
    super(actual, SimulationResultAssert.class, failures);
  }

  /**
   * Chooses an endpoint.
   *
   * @throws IllegalArgumentException if the scenario has none of this name; the message lists those
   *     it has
   */
  public EndpointAssert endpoint(String name) {
    return describe(new EndpointAssert(simulation().endpoint(name), this));
  }

  /**
   * Chooses a connection pool.
   *
   * @throws IllegalArgumentException if the scenario has none of this name; the message lists those
   *     it has
   */
  public PoolAssert pool(String name) {
    return describe(new PoolAssert(simulation().server().pool(name), this));
  }

  /** Chooses the time from when a request could compute to when it gets a core. */
  public ReadyQueueLagAssert readyQueueLag() {
    return describe(new ReadyQueueLagAssert(simulation().server(), this));
  }

  /** Completed requests per second, of all endpoints together. */
  public RateAssert<SimulationResultAssert> throughput() {
    return rate(new Metric.Throughput(Optional.empty()));
  }

  /** Failed requests as a share of all that ended, of all endpoints together. */
  public ShareAssert<SimulationResultAssert> errorRate() {
    return share(new Metric.ErrorRate(Optional.empty()));
  }

  /** Mean share of cores held. */
  public ShareAssert<SimulationResultAssert> cpuUtilization() {
    return share(new Metric.CpuUtilization(simulation().server().name()));
  }

  /** Mean share of memory in use; nothing is measured, and comparisons fail, without a limit. */
  public ShareAssert<SimulationResultAssert> ramUtilization() {
    return share(new Metric.RamUtilization(simulation().server().name()));
  }

  @Override
  SimulationResult simulation() {
    isNotNull();
    return actual;
  }
}
