package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.FastSim;
import dev.fastsim.benchmarks.peers.LimitSingleQueue;
import dev.fastsim.benchmarks.peers.NaiveSingleQueue;
import dev.fastsim.benchmarks.peers.SingleQueue;
import dev.fastsim.benchmarks.peers.SsjSingleQueue;
import dev.fastsim.experiment.SimulationResult;
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

/** M/M/1 at 80% load, two events a customer: nanoseconds a customer, all of a run included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class SingleQueueBenchmark {

  private static final int CUSTOMERS = 200_000;
  private static final long HORIZON = Math.round(CUSTOMERS / SingleQueue.ARRIVAL_RATE * 1e9);

  private final Scenario scenario =
      Scenario.builder("M/M/1")
          .poissonArrivals(SingleQueue.ARRIVAL_RATE)
          .endpoint("GET /", cpu("serve", "exponential(1 ms)"))
          .runs(new RunPlan(Duration.ofNanos(HORIZON), Duration.ZERO, 1, 2, 2))
          .build();

  /** Ours, by the public API, with all metrics; two replications, one after the other. */
  @Benchmark
  @OperationsPerInvocation(2 * CUSTOMERS)
  public SimulationResult fastSim() {
    return FastSim.simulate(scenario);
  }

  /** SSJ, tuned. */
  @Benchmark
  @OperationsPerInvocation(CUSTOMERS)
  public Histogram ssj() {
    return SsjSingleQueue.run(HORIZON);
  }

  /** A priority queue of lambdas. */
  @Benchmark
  @OperationsPerInvocation(CUSTOMERS)
  public Histogram naive() {
    return NaiveSingleQueue.run(HORIZON);
  }

  /** No abstraction. */
  @Benchmark
  @OperationsPerInvocation(CUSTOMERS)
  public Histogram limit() {
    return LimitSingleQueue.run(HORIZON);
  }
}
