package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Sixteen replications on one thread, or on as many as the machine has cores. Not to be pinned. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReplicationsBenchmark {

  /** Threads; 0 for one a core. */
  @Param({"1", "0"})
  public int threads;

  private final Scenario scenario =
      Scenario.builder("replications")
          .cores(2)
          .poissonArrivals(600)
          .endpoint(
              "GET /",
              cpu("parse", "exponential(1 ms)"),
              io("load", "exponential(10 ms)"),
              cpu("render", "0.5 ms"))
          .runs(new RunPlan(Duration.ofMinutes(2), Duration.ZERO, 1, 16, 16))
          .build();

  private ForkJoinPool pool = new ForkJoinPool(1);

  /** Makes the threads. */
  @Setup
  public void start() {
    pool = new ForkJoinPool(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }

  /** Ends them. */
  @TearDown
  public void stop() {
    pool.shutdown();
  }

  /** All replications. */
  @Benchmark
  public SimulationResult replications() {
    return pool.submit(() -> FastSim.simulate(scenario)).join();
  }
}
