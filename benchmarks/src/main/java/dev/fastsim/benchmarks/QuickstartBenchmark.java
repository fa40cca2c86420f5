package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The service in AsyncFlow's README, on one core and with all metrics on: two replications of 300 s
 * one after the other, each with some 50 000 requests over three links, which took AsyncFlow 0.1.1
 * about 3.5 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class QuickstartBenchmark {

  private static final Network EDGE = new Network(new Exponential(0.003), 0.01);

  private final Scenario quickstart =
      Scenario.builder("quickstart")
          .node(new Relay("client-1"))
          .service(
              "app-1",
              app ->
                  app.ram(2048L << 20)
                      .endpoint(
                          "/api", cpu("parse", "2 ms"), ram("ram", 120L << 20), io("db", "12 ms")))
          .link(Link.between("clients", "client-1", EDGE))
          .link(Link.between("client-1", "app-1", EDGE))
          .link(Link.between("app-1", "clients", EDGE))
          .workload(new Workload.Users(100, 100, Duration.ofMinutes(1), new Count.Poisson()))
          .runs(new RunPlan(Duration.ofMinutes(5), Duration.ZERO, 1, 2, 2))
          .build();

  /** Milliseconds a replication. */
  @Benchmark
  @OperationsPerInvocation(2)
  public SimulationResult quickstart() {
    return FastSim.simulate(quickstart);
  }
}
