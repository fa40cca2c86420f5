package dev.fastsim.benchmarks;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.FastSim;
import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.Network;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole experiments: ten replications of a minute each, all metrics on, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SimulationBenchmark {

  private static final RunPlan TEN_MINUTES =
      new RunPlan(Duration.ofMinutes(1), Duration.ofSeconds(5), 1, 10, 10);

  private final Scenario fiveSteps =
      Scenario.builder("five steps")
          .cores(2)
          .pool("db", 20, Duration.ofSeconds(1))
          .network(
              new dev.fastsim.scenario.Network(Distribution.ofDurations("exponential(3ms)"), 0))
          .poissonArrivals(600)
          .endpoint(
              "GET /",
              cpu("parse", "1 ms"),
              io("load", "exponential(10ms)", "db"),
              cpu("compute", "0.5 ms"),
              io("store", "exponential(5ms)"),
              cpu("render", "0.3 ms"))
          .runs(TEN_MINUTES)
          .build();

  private final Scenario recordedFiveSteps = ServiceModel.read(FiveSteps.class).scenario();

  private final Scenario singleQueue =
      Scenario.builder("M/M/1")
          .poissonArrivals(600)
          .endpoint("GET /", cpu("serve", "exponential(1.33ms)"))
          .runs(TEN_MINUTES)
          .build();

  /** The five steps as an annotated class, whose body is run for each request. */
  @Benchmark
  public SimulationResult recordedFiveSteps() {
    return FastSim.simulate(recordedFiveSteps);
  }

  /** A five-step endpoint with a pool and links at 600 requests per second. */
  @Benchmark
  public SimulationResult fiveSteps() {
    return FastSim.simulate(fiveSteps);
  }

  /** A single queue at 80% load: the least an event can cost. */
  @Benchmark
  public SimulationResult singleQueue() {
    return FastSim.simulate(singleQueue);
  }

  /** The same service in annotations. */
  @Server(cores = 2)
  @ConnectionPool(name = "db", size = 20, acquireTimeout = "1 s")
  @Network(latency = "exponential(3ms)")
  @ArrivalRate("600/s")
  @Simulation(duration = "1 min", warmUp = "5 s", replications = 10, maxReplications = 10)
  static class FiveSteps {

    @CpuStep("1 ms")
    void parse() {}

    @IoWait(value = "exponential(10ms)", pool = "db")
    void load() {}

    @CpuStep("0.5 ms")
    void compute() {}

    @IoWait("exponential(5ms)")
    void store() {}

    @CpuStep("0.3 ms")
    void render() {}

    @Endpoint("GET /")
    void get() {
      parse();
      load();
      compute();
      store();
      render();
    }
  }
}
