package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Price;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.SizingSla;

/** Models that promise a size; nested, so that Surefire leaves them alone. */
final class SizingSpecs {

  private SizingSpecs() {}

  /**
   * 1.5 cores' worth of work. A mean of 20 ms is kept by three replicas of a core (half busy, less
   * than 20 ms), by two of two cores, and not by two cores together (22.9 ms as M/M/2).
   */
  @ArrivalRate("150/s")
  @Simulation(duration = "25 s", warmUp = "5 s", replications = 4, maxReplications = 4)
  @LatencySla(mean = "20 ms")
  static class Shop {
    @CpuStep("exponential(10 ms)")
    void compute() {}

    @Endpoint("GET /")
    void get() {
      compute();
    }
  }

  @Server(replicas = 3)
  @SizingSla(replicas = "1..4", cores = "1,2", declaredIsCheapest = true, maxCost = 3)
  static class Cheapest extends Shop {}

  @Server(replicas = 2, cores = 2)
  @SizingSla(replicas = "1..4", cores = "1,2", declaredIsCheapest = true)
  static class Oversized extends Shop {}

  @SizingSla(replicas = "1..4", cores = "1,2", declaredIsCheapest = true)
  static class TooSmall extends Shop {}

  @Server(replicas = 3)
  @Price(replica = "$0.50/h", core = "$1/h")
  @SizingSla(replicas = "1..4", cores = "1,2", maxCost = 4.4)
  static class TooDear extends Shop {}

  @SizingSla(replicas = "1,2", maxCost = 10)
  static class OutOfReach extends Shop {}

  @SizingSla(
      cores = "one",
      pools = {"db=5", "db"})
  static class Mistaken extends Shop {}

  @ConnectionPool(name = "cache", size = 5)
  @SizingSla(pools = "db=5,10", maxCost = 10)
  static class OtherPool extends Shop {}

  @SizingSla(cores = "1,2")
  static class WithoutGoal extends Shop {}

  @SizingSla(maxCost = 2)
  static class WithoutChoice extends Shop {}

  @ArrivalRate("50/s")
  @SizingSla(cores = "1,2", maxCost = 2)
  static class WithoutPromises {
    @CpuStep("10 ms")
    void compute() {}

    @Endpoint("GET /")
    void get() {
      compute();
    }
  }
}
