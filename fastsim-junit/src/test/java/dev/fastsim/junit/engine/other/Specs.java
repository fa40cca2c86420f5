package dev.fastsim.junit.engine.other;

import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Workload;

/** Has a model of a name that another package has too. */
public final class Specs {

  private Specs() {}

  /** See the other. */
  @Workload(users = 10, requestsPerMinutePerUser = 60)
  @Simulation(duration = "5 s", warmUp = "1 s", replications = 2, maxReplications = 2)
  public static class Checkout {

    @Endpoint
    void nothing() {}
  }
}
