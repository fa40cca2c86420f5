package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Once a run is warm, events cost no memory; what is left are the series' seconds. */
class AllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void warmRunAllocatesNothingForAnEvent() {
    assertNothingPerEvent(AllocationTest::service);
  }

  @Test
  void topologyWithFaultsAllocatesNothingEither() {
    assertNothingPerEvent(AllocationTest::topology);
  }

  @Test
  void sharedCoresAllocateNothingEither() {
    assertNothingPerEvent(
        () ->
            Scenario.builder("s")
                .cores(2)
                .concurrency(new Concurrency.ThreadPool(50, 20))
                .fault(new Fault.Slowdown("s", 1.5, Duration.ofSeconds(5), Duration.ofDays(2)))
                .endpoint(
                    "serve",
                    cpu("parse", "exponential(0.3 ms)"),
                    io("query", "exponential(20 ms)"),
                    cpu("render", "exponential(0.7 ms)")));
  }

  private static void assertNothingPerEvent(Supplier<ScenarioBuilder> scenario) {
    Cost first = run(scenario, 60); // loads what is loaded once
    Cost brief = run(scenario, 60);
    Cost lengthy = run(scenario, 360);
    assertThat(lengthy.events).isGreaterThan(5 * first.events);
    double bytesPerEvent = (double) (lengthy.bytes - brief.bytes) / (lengthy.events - brief.events);
    assertThat(bytesPerEvent).as("bytes per event").isLessThan(0.1);
  }

  private record Cost(long bytes, long events) {}

  private static Cost run(Supplier<ScenarioBuilder> builder, long seconds) {
    RunPlan runs = new RunPlan(Duration.ofSeconds(seconds), Duration.ofSeconds(1), 1, 1, 1);
    Scenario scenario = builder.get().poissonArrivals(1000).runs(runs).build();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    RunResult run = Simulation.run(scenario, 0, () -> false);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    return new Cost(after - before, run.events());
  }

  private static ScenarioBuilder service() {
    return Scenario.builder("everything")
        .cores(2)
        .replicas(2, BalancingPolicy.POWER_OF_TWO_CHOICES)
        .ram(10_000)
        .maxQueue(50)
        .pool("db", 3, Duration.ofMillis(5))
        .rateLimiter(new RateLimiter(1500, 20))
        .network(new Network(new Exponential(0.003), 0.01))
        .endpoint(
            "serve",
            ram("ram", 100),
            cpu("parse", "exponential(0.5 ms)"),
            io("query", "exponential(5 ms)", "db"),
            io("call", "10 ms"),
            cpu("render", "lognormal(mean=1 ms, sd=1 ms)"));
  }

  /** The faults last from before the brief run's end to after the lengthy one's. */
  private static ScenarioBuilder topology() {
    Duration start = Duration.ofSeconds(5);
    Duration days = Duration.ofDays(2);
    return Scenario.builder("everything else")
        .node(new Relay("proxy"))
        .balancer("lb", BalancingPolicy.LEAST_CONNECTIONS)
        .service("a", a -> a.cores(4).endpoint("GET /", cpu("a", "exponential(1 ms)")))
        .service("b", b -> b.cores(4).endpoint("GET /", cpu("b", "exponential(1 ms)")))
        .service("c", c -> c.endpoint("read", io("c", "exponential(5 ms)")))
        .link("clients", "proxy", "exponential(1 ms)")
        .link("proxy", "lb", "exponential(1 ms)")
        .link("lb", "a", "exponential(1 ms)")
        .link("lb", "b", "exponential(1 ms)")
        .link("a", "c", "exponential(1 ms)")
        .link("b", "clients", "exponential(1 ms)")
        .link("c", "clients", "exponential(1 ms)")
        .fault(new Fault.Slowdown("a", 1.5, start, days))
        .fault(new Fault.ExtraLoss("lb -> a", 0.01, start, days))
        .fault(new Fault.LatencySpike("proxy -> lb", Duration.ofMillis(3), start, days))
        .fault(new Fault.Surge(1.2, start, days));
  }
}
