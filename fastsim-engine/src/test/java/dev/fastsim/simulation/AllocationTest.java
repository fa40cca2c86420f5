package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Once a run is warm, events cost no memory; what is left are the series' seconds. */
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void warmRunAllocatesNothingForAnEvent() {
    Cost first = run(60); // loads what is loaded once
    Cost brief = run(60);
    Cost lengthy = run(360);
    assertThat(lengthy.events).isGreaterThan(5 * first.events);
    double bytesPerEvent = (double) (lengthy.bytes - brief.bytes) / (lengthy.events - brief.events);
    assertThat(bytesPerEvent).as("bytes per event").isLessThan(0.1);
  }

  private record Cost(long bytes, long events) {}

  private static Cost run(long seconds) {
    Scenario scenario =
        Scenario.builder("everything")
            .cores(2)
            .replicas(2, BalancingPolicy.POWER_OF_TWO_CHOICES)
            .ram(10_000)
            .maxQueue(50)
            .pool("db", 3, Duration.ofMillis(5))
            .rateLimiter(new RateLimiter(1500, 20))
            .network(new Network(new Exponential(0.003), 0.01))
            .poissonArrivals(1000)
            .endpoint(
                "serve",
                ram("ram", 100),
                cpu("parse", "exponential(0.5 ms)"),
                io("query", "exponential(5 ms)", "db"),
                io("call", "10 ms"),
                cpu("render", "lognormal(mean=1 ms, sd=1 ms)"))
            .runs(new RunPlan(Duration.ofSeconds(seconds), Duration.ofSeconds(1), 1, 1, 1))
            .build();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    RunResult run = Simulation.run(scenario, 0, () -> false);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    return new Cost(after - before, run.events());
  }
}
