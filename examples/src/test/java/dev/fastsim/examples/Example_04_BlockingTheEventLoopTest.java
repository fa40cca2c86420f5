package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.ReadyQueueLagSla;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One blocking call on an event loop slows down everybody.
 *
 * <p>One request in fifty writes an audit record, which takes 50 ms. Awaited, that costs those
 * requests 50 ms and nobody else anything. Written with a blocking driver, it stops the loop for 50
 * ms, and all that arrives meanwhile waits in the ready queue. The <em>ready-queue lag</em> shows
 * it at once, though the mean latency still looks harmless.
 */
class Example_04_BlockingTheEventLoopTest {

  @Test
  void aBlockingCallInOneRequestOfFiftyShowsInTheLagOfAll(
      @Simulated(Blocking.class) SimulationResult blocking) {
    assertThat(blocking).endpoint("POST /order").mean().isLessThan(Duration.ofMillis(30));
    assertThat(blocking).readyQueueLag().p95().isGreaterThan(Duration.ofMillis(30));
  }

  /** The audit record is awaited: the core is free meanwhile. */
  @ArrivalRate("200/s")
  @ReadyQueueLagSla(p95 = "2 ms", p99 = "3 ms")
  static class Awaiting {

    @CpuStep("1 ms")
    void handle() {}

    @IoWait("50 ms")
    void writeAudit() {}

    @Endpoint("POST /order")
    @LatencySla(p95 = "10 ms")
    void order() {
      handle();
      if (Flow.chance(0.02)) {
        writeAudit();
      }
    }
  }

  /** The same with a blocking driver: the core is held. */
  @ArrivalRate("200/s")
  static class Blocking {

    @CpuStep("1 ms")
    void handle() {}

    @IoWait(value = "50 ms", blocking = true)
    void writeAudit() {}

    @Endpoint("POST /order")
    void order() {
      handle();
      if (Flow.chance(0.02)) {
        writeAudit();
      }
    }
  }
}
