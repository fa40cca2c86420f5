package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Baseline;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.Simulation;

/** Models that are compared with a saved result; nested, so that Surefire leaves them alone. */
final class BaselineSpecs {

  static final String FILE = "target/baselines/shop.json";

  private BaselineSpecs() {}

  /** A core that is half busy, before something slow. */
  @ArrivalRate("50/s")
  @Simulation(duration = "1 min", warmUp = "5 s", replications = 4, maxReplications = 4)
  @Baseline(file = FILE, p95 = "5%", throughput = "2%")
  static class Shop {
    @CpuStep("exponential(10 ms)")
    void compute() {}

    @IoWait("20 ms")
    void ask() {}

    @Endpoint("GET /")
    void get() {
      compute();
      ask();
    }
  }

  static class Slower extends Shop {
    @Override
    @CpuStep("exponential(12 ms)")
    void compute() {}
  }

  static class Faster extends Shop {
    @Override
    @CpuStep("exponential(8 ms)")
    void compute() {}
  }

  @Baseline(file = FILE, p99 = "0.1%")
  static class Strict extends Shop {}

  static class Renamed {
    @ArrivalRate("50/s")
    @Baseline(file = FILE, mean = "5%")
    @Simulation(duration = "10 s", warmUp = "1 s", replications = 2, maxReplications = 2)
    static class Shop {
      @CpuStep("10 ms")
      void compute() {}

      @Endpoint("GET /v2")
      void get() {
        compute();
      }
    }
  }

  @Baseline(p95 = "5 ms", errorRate = "120%")
  static class Mistaken extends Shop {}

  @Baseline
  static class Empty extends Shop {}
}
