package dev.fastsim.examples;

import static dev.fastsim.junit.assertj.FastSimAssertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.RamStep;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.junit.Simulated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Memory as the bottleneck.
 *
 * <p>Each export keeps 64 MiB for as long as it runs, mostly waiting for storage. At 20 a second
 * and 400 ms each, eight run at a time on average: 512 MiB. With 576 MiB only nine fit, and exports
 * queue before they start, although cores and storage are idle. A gigabyte is enough.
 */
class Example_05_MemoryBottleneckTest {

  @Test
  void nineAtATimeAreTooFewThoughTheCpuIsIdle(
      @Simulated(SmallMachine.class) SimulationResult small) {
    assertThat(small).cpuUtilization().isLessThan(0.1);
    assertThat(small).endpoint("POST /export").p95().isGreaterThan(Duration.ofMillis(1500));
  }

  @Server(ram = "576 MiB")
  static class SmallMachine extends Exports {}

  @Server(ram = "1 GiB")
  @LatencySla(p95 = "1.3 s")
  @UtilizationSla(ram = "60%")
  static class LargeMachine extends Exports {}

  /** The service, whatever its memory. */
  @ArrivalRate("20/s")
  @Simulation(duration = "30 min")
  abstract static class Exports {

    @RamStep("64 MiB")
    @CpuStep("2 ms")
    void buildTable() {}

    @IoWait("exponential(400 ms)")
    void upload() {}

    @Endpoint("POST /export")
    void export() {
      buildTable();
      upload();
    }
  }
}
