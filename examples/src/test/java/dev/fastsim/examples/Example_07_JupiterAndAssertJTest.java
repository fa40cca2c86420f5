package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.FastSim;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.RateLimiter;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The same from Jupiter tests, for all that an annotation cannot say: comparisons, computed limits,
 * scenarios built in code.
 *
 * <p>An assertion on an estimate holds only if its whole confidence interval does; one that the
 * simulation cannot tell fails and says so.
 */
class Example_07_JupiterAndAssertJTest {

  @Test
  void aModelIsSimulatedAndHandedToTheTest(@Simulated(Greeting.class) SimulationResult result) {
    assertThat(result).endpoint("GET /greeting").p95().isLessThan(Duration.ofMillis(30));
    assertThat(result).endpoint("GET /greeting").errorRate().isLessThan(0.02);
    assertThat(result).throughput().isGreaterThan(98);
  }

  @Test
  void aScenarioCanBeBuiltInCode() {
    for (int cores = 1; cores <= 4; cores *= 2) {
      Scenario scenario =
          Scenario.builder("scaling with " + cores + " cores")
              .cores(cores)
              .poissonArrivals(150 * cores)
              .endpoint("GET /", cpu("compute", "4 ms"), io("query", "10 ms"))
              .build();

      assertThat(FastSim.simulate(scenario))
          .endpoint("GET /")
          .p95()
          .isLessThan(Duration.ofMillis(26));
    }
  }

  @ArrivalRate("100/s")
  @RateLimiter(permitsPerSecond = 120, burst = 10)
  static class Greeting {

    @CpuStep("1 ms")
    void greet() {}

    @IoWait("uniform(5 ms, 15 ms)")
    void lookUpName() {}

    @Endpoint("GET /greeting")
    void greeting() {
      lookUpName();
      greet();
    }
  }
}
