package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.EventLoopPerCore;
import dev.fastsim.annotations.Server;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Four event loops are not four cores.
 *
 * <p>A connection stays on its loop, as in Netty or nginx, so that its requests wait while other
 * loops have nothing to do. With exponential bursts of 10 ms at 300/s, four loops are four queues
 * that are 75% busy, and a request takes 40 ms on average; one queue for the same four cores would
 * take 15 ms.
 */
class Example_24_EventLoopPerCoreTest {

  @Test
  void aQueueForEachCoreIsSlowerThanOneQueueForAll(
      @Simulated(OnItsLoop.class) SimulationResult loops,
      @Simulated(OnAnyCore.class) SimulationResult cores) {
    assertThat(loops).endpoint("GET /").mean().isGreaterThan(Duration.ofMillis(35));
    assertThat(cores).endpoint("GET /").mean().isLessThan(Duration.ofMillis(18));
  }

  @EventLoopPerCore
  @Server(cores = 4)
  @ArrivalRate("300/s")
  static class OnItsLoop {

    @CpuStep("exponential(10 ms)")
    void serve() {}

    @Endpoint("GET /")
    void get() {
      serve();
    }
  }

  @Server(cores = 4)
  @ArrivalRate("300/s")
  static class OnAnyCore {

    @CpuStep("exponential(10 ms)")
    void serve() {}

    @Endpoint("GET /")
    void get() {
      serve();
    }
  }
}
