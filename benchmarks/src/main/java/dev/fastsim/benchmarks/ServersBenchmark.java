package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Step;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One server behind a balancer, or two hundred with the same traffic each: nanoseconds a request.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class ServersBenchmark {

  private static final int REQUESTS = 200_000;
  private static final double RATE_OF_A_SERVER = 600;

  /** Servers behind the balancer. */
  @Param({"1", "200"})
  public int servers;

  private Scenario services = services(1);
  private Scenario replicas = replicas(1);

  /** Builds the topologies. */
  @Setup
  public void build() {
    services = services(servers);
    replicas = replicas(servers);
  }

  private static Scenario services(int servers) {
    ScenarioBuilder builder =
        Scenario.builder("services")
            .balancer("lb", BalancingPolicy.ROUND_ROBIN)
            .link("clients", "lb", "exponential(3 ms)");
    for (int i = 0; i < servers; i++) {
      String name = "server " + i;
      builder
          .service(name, service -> service.endpoint("GET /", steps(name)))
          .link("lb", name, "exponential(1 ms)")
          .link(name, "clients", "exponential(3 ms)");
    }
    return loaded(builder, servers);
  }

  private static Scenario replicas(int servers) {
    ScenarioBuilder builder =
        Scenario.builder("replicas")
            .replicas(servers, BalancingPolicy.ROUND_ROBIN)
            .network(new Network(new Exponential(0.003), 0))
            .endpoint("GET /", steps("server"));
    return loaded(builder, servers);
  }

  private static Step[] steps(String server) {
    return new Step[] {
      cpu("parse on " + server, "1 ms"),
      io("query of " + server, "exponential(10 ms)"),
      cpu("render on " + server, "0.5 ms")
    };
  }

  private static Scenario loaded(ScenarioBuilder builder, int servers) {
    double rate = RATE_OF_A_SERVER * servers;
    Duration duration = Duration.ofNanos(Math.round(REQUESTS / rate * 1e9));
    return builder
        .poissonArrivals(rate)
        .runs(new RunPlan(duration, Duration.ZERO, 1, 2, 2))
        .build();
  }

  /** Each server is a service of its own, with steps and links that no other one has. */
  @Benchmark
  @OperationsPerInvocation(2 * REQUESTS)
  public SimulationResult services() {
    return FastSim.simulate(services);
  }

  /** The servers are replicas of one service. */
  @Benchmark
  @OperationsPerInvocation(2 * REQUESTS)
  public SimulationResult replicas() {
    return FastSim.simulate(replicas);
  }
}
