package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Balancer;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Replicas behind a balancer: the same machines, the same traffic, and very different tails.
 *
 * <p>Four replicas with one core each are 75% busy. A balancer that sends requests anywhere at
 * random leaves some replicas idle while others queue. One that looks at two replicas and takes the
 * better one does nearly as well as one that knows them all.
 */
class Example_06_ReplicasBehindABalancerTest {

  @Test
  void aRandomBalancerNeedsTwiceAsLong(@Simulated(AtRandom.class) SimulationResult random) {
    assertThat(random).cpuUtilization().isLessThan(0.78);
    assertThat(random).endpoint("GET /quote").p99().isGreaterThan(Duration.ofMillis(150));
  }

  @Server(replicas = 4, balancer = Balancer.RANDOM)
  static class AtRandom extends Quotes {}

  @Server(replicas = 4, balancer = Balancer.POWER_OF_TWO_CHOICES)
  @LatencySla(p99 = "95 ms")
  static class BetterOfTwo extends Quotes {}

  @Server(replicas = 4, balancer = Balancer.LEAST_CONNECTIONS)
  @LatencySla(p99 = "85 ms")
  @ThroughputSla(min = "295/s")
  @UtilizationSla(cpu = "80%")
  static class LeastBusy extends Quotes {}

  /** The service, whatever its balancer. */
  @ArrivalRate("300/s")
  @Network(latency = "0.5 ms")
  abstract static class Quotes {

    @CpuStep("exponential(10 ms)")
    void compute() {}

    @Endpoint("GET /quote")
    void quote() {
      compute();
    }
  }
}
