package dev.fastsim.junit.engine;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.StepTime;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.annotations.WhatIf;

/** Models with what-ifs; nested, so that Surefire leaves them alone. */
final class WhatIfSpecs {

  private WhatIfSpecs() {}

  /** Busy for half its time; three times the traffic is too much, unless there are three cores. */
  @ArrivalRate("100/s")
  @Simulation(duration = "20 s", warmUp = "2 s", replications = 2, maxReplications = 4)
  @WhatIf(name = "Black Friday", traffic = 3)
  @WhatIf(name = "Black Friday, prepared", traffic = 3, cores = 3)
  @UtilizationSla(cpu = "70%", whatIfs = "Black Friday, prepared")
  static class Shop {

    @CpuStep("5 ms")
    void compute() {}

    @Endpoint("GET /buy")
    @LatencySla(mean = "20 ms", max = "2 s")
    void buy() {
      compute();
    }

    @Endpoint(value = "GET /look", weight = 0.01)
    @LatencySla(
        mean = "1 s",
        whatIfs = {})
    void look() {
      compute();
    }
  }

  /** Cannot be read, since it has no such step. */
  @ArrivalRate("100/s")
  @WhatIf(name = "misspelt", steps = @StepTime(step = "comptue", factor = 2))
  static class Misspelt {

    @CpuStep("5 ms")
    void compute() {}

    @Endpoint("GET /buy")
    @LatencySla(mean = "20 ms")
    void buy() {
      compute();
    }
  }
}
