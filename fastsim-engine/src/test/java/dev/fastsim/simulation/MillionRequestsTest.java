package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A million requests inside at once need no more than 256 MB of heap. */
class MillionRequestsTest {

  @Test
  void fitInto256Megabytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                MillionRequestsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("1000000 inside\n");
  }

  /** Three steps, random links, and answers that take longer than the run, at random. */
  public static void main(String[] args) {
    Scenario scenario =
        Scenario.builder("a million")
            .workload(new Workload.OpenRate(1e6, Spacing.CONSTANT))
            .network(new Network(new Exponential(0.003), 0))
            .endpoint(
                "GET /",
                cpu("parse", "0.5 us"),
                io("query", "uniform(100 s, 1000 s)"),
                cpu("render", "1 us"))
            .runs(new RunPlan(Duration.ofSeconds(1), Duration.ZERO, 1, 1, 1))
            .build();
    RunResult run = Simulation.run(scenario, 0, () -> false);
    System.out.print(run.outcomes().inFlight() + " inside\n");
  }
}
