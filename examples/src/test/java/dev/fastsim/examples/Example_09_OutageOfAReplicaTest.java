package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.Server;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A replica goes down for half a minute. Does the p99 hold?
 *
 * <p>Three replicas serve 210 requests a second and are 70% busy. While one is away, the other two
 * would have to be 105% busy: a queue builds up. No monitor of errors would notice, since every
 * request is served, only late, some more than a second. With four replicas the three that are left
 * have room, and the promise holds through the outage.
 */
class Example_09_OutageOfAReplicaTest {

  @Test
  void threeReplicasServeEverybodyButLate(@Simulated(ThreeReplicas.class) SimulationResult three) {
    assertThat(three).cpuUtilization().isLessThan(0.72);
    assertThat(three).endpoint("GET /quote").errorRate().isLessThan(0.001);
    assertThat(three).endpoint("GET /quote").p99().isGreaterThan(Duration.ofMillis(500));
  }

  @Server(replicas = 3)
  static class ThreeReplicas extends Quotes {}

  @Server(replicas = 4)
  @LatencySla(p99 = "80 ms")
  @ErrorRateSla(max = "0.1%")
  static class FourReplicas extends Quotes {}

  /** The service, whatever its replicas. */
  @ArrivalRate("210/s")
  @Outage(start = "2 min", duration = "30 s", replicas = 1)
  abstract static class Quotes {

    @CpuStep("10 ms")
    void compute() {}

    @Endpoint("GET /quote")
    void quote() {
      compute();
    }
  }
}
