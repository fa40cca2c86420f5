package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Headroom;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Simulation;

/** Models that promise headroom; nested, so that Surefire leaves them alone. */
final class HeadroomSpecs {

  private HeadroomSpecs() {}

  /** Half busy: the mean time is 20 ms, and 40 ms at 1.5 times the traffic. */
  @ArrivalRate("50/s")
  @Simulation(duration = "5 min", warmUp = "30 s", replications = 4, maxReplications = 16)
  @LatencySla(mean = "40 ms")
  static class Shop {
    @CpuStep("exponential(10 ms)")
    void compute() {}

    @Endpoint("GET /")
    void get() {
      compute();
    }
  }

  @Headroom(min = 1.2)
  static class Roomy extends Shop {}

  @Headroom(min = 1.8)
  static class Cramped extends Shop {}

  @Headroom(min = 0)
  static class Mistaken extends Shop {}

  @ArrivalRate("50/s")
  @Headroom(min = 2)
  static class WithoutPromises {
    @CpuStep("10 ms")
    void compute() {}

    @Endpoint("GET /")
    void get() {
      compute();
    }
  }
}
