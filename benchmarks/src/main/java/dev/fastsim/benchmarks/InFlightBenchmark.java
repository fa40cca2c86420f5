package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
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

/** Few requests inside at once, or a million: nanoseconds a request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class InFlightBenchmark {

  private static final double RATE = 200_000;
  private static final int REQUESTS = 6_000_000;
  private static final Duration DURATION = Duration.ofNanos(Math.round(REQUESTS / RATE * 1e9));

  /** Requests inside at once. */
  @Param({"10", "1000000"})
  public int inFlight;

  private Scenario waiting = waiting(10);
  private Scenario overloaded = overloaded(10);

  /** Builds the scenarios. */
  @Setup
  public void build() {
    waiting = waiting(inFlight);
    overloaded = overloaded(inFlight);
  }

  /** So many wait for I/O, by Little's law. */
  private static Scenario waiting(int inFlight) {
    return Scenario.builder("waiting")
        .poissonArrivals(RATE)
        .endpoint(
            "GET /",
            cpu("parse", "1 us"),
            io("query", "exponential(" + inFlight / RATE * 1e6 + " us)"),
            cpu("render", "1 us"))
        .runs(new RunPlan(DURATION, Duration.ZERO, 1, 2, 2))
        .build();
  }

  /**
   * More come than a core can serve, so that so many are inside at the end; or, for few, just as
   * many as it can.
   */
  private static Scenario overloaded(int inFlight) {
    double served = RATE - inFlight / (DURATION.toNanos() / 1e9);
    return Scenario.builder("overloaded")
        .poissonArrivals(RATE)
        .endpoint("GET /", cpu("compute", 1e6 / served + " us"), io("reply", "exponential(20 us)"))
        .runs(new RunPlan(DURATION, Duration.ZERO, 1, 2, 2))
        .build();
  }

  /** In one I/O step. */
  @Benchmark
  @OperationsPerInvocation(2 * REQUESTS)
  public SimulationResult waitingForIo() {
    return FastSim.simulate(waiting);
  }

  /** In the ready queue, at the end of the run. */
  @Benchmark
  @OperationsPerInvocation(2 * REQUESTS)
  public SimulationResult overload() {
    return FastSim.simulate(overloaded);
  }
}
