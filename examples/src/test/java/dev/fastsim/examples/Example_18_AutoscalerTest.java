package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Autoscaler;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Surge;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Traffic quadruples within a second. Does the autoscaler save the day?
 *
 * <p>It would, if requests could wait for it. The load is noticed after up to 15 s, the first
 * replica takes requests 30 s later, and what has piled up by then has to be served, too. An
 * autoscaler follows the traffic of a day; a spike needs replicas that are there already.
 */
class Example_18_AutoscalerTest {

  @Test
  void replicasComeButLate(@Simulated(FromOne.class) SimulationResult result) {
    assertThat(result.server().mostReplicas()).isGreaterThanOrEqualTo(4);
    assertThat(result).endpoint("GET /quote").p95().isGreaterThan(Duration.ofSeconds(10));
  }

  @Autoscaler(max = 10, targetUtilization = "60%")
  static class FromOne extends Quotes {}

  /** The price of the promise: three replicas more, day and night. */
  @Server(replicas = 4)
  @Autoscaler(min = 4, max = 10, targetUtilization = "60%")
  @LatencySla(p99 = "80 ms")
  static class FromFour extends Quotes {}

  /** The service, whatever its replicas. */
  @ArrivalRate("60/s")
  @Surge(factor = 4, start = "1 min", duration = "10 min")
  @Simulation(duration = "15 min", replications = 4)
  abstract static class Quotes {

    @CpuStep("10 ms")
    void compute() {}

    @Endpoint("GET /quote")
    void quote() {
      compute();
    }
  }
}
