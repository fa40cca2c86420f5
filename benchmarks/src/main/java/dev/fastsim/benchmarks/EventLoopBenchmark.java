package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.FastSim;
import dev.fastsim.benchmarks.peers.EventLoop;
import dev.fastsim.benchmarks.peers.LimitEventLoop;
import dev.fastsim.benchmarks.peers.NaiveEventLoop;
import dev.fastsim.benchmarks.peers.SsjEventLoop;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
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

/** An event loop, six events a request: nanoseconds a request, all of a run included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class EventLoopBenchmark {

  private static final int REQUESTS = 150_000;
  private static final long HORIZON = Math.round(REQUESTS / EventLoop.ARRIVAL_RATE * 1e9);

  private final Scenario scenario =
      Scenario.builder("event loop")
          .poissonArrivals(EventLoop.ARRIVAL_RATE)
          .network(new Network(new Exponential(EventLoop.LINK_NANOS / 1e9), 0))
          .endpoint(
              "GET /",
              cpu("parse", "1 ms"),
              io("query", "exponential(10 ms)"),
              cpu("render", "0.5 ms"))
          .runs(new RunPlan(Duration.ofNanos(HORIZON), Duration.ZERO, 1, 2, 2))
          .build();

  /** Ours, by the public API, with all metrics; two replications, one after the other. */
  @Benchmark
  @OperationsPerInvocation(2 * REQUESTS)
  public SimulationResult fastSim() {
    return FastSim.simulate(scenario);
  }

  /** SSJ, tuned. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public Histogram ssj() {
    return SsjEventLoop.run(HORIZON);
  }

  /** A priority queue of lambdas. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public Histogram naive() {
    return NaiveEventLoop.run(HORIZON);
  }

  /** No abstraction, each of the six events scheduled. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public Histogram limit() {
    return LimitEventLoop.run(HORIZON);
  }

  /** No abstraction, and no event for the way back. */
  @Benchmark
  @OperationsPerInvocation(REQUESTS)
  public Histogram limitWithoutReturns() {
    return LimitEventLoop.runWithoutReturns(HORIZON);
  }
}
