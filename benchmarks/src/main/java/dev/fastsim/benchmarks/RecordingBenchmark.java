package dev.fastsim.benchmarks;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.model.ServiceModel;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.TraceRecorder;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Running an annotated body: nanoseconds a recorded step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RecordingBenchmark {

  private static final int STEPS = 100;

  private final Count count = new Count();
  private final Body.Recorded body =
      (Body.Recorded)
          ServiceModel.read(Steps.class).scenario().services().get(0).endpoints().get(0).body();
  private final ProgramSource.Program program = body.source().open(count);

  /** A hundred steps of two kinds in a loop. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long recordedStep() {
    program.run(body.entry());
    return count.steps;
  }

  /** Gives the program back. */
  @TearDown
  public void close() {
    program.close();
  }

  /** Takes no notice of which step it is. */
  private static final class Count implements TraceRecorder {
    private long steps;

    @Override
    public void step(int step) {
      steps += step + 1;
    }

    @Override
    public boolean chance(double probability) {
      return false;
    }

    @Override
    public double sample(String distribution) {
      return 0;
    }

    @Override
    public long nowNanos() {
      return 0;
    }
  }

  /** The model. */
  @ArrivalRate("100/s")
  static class Steps {

    @CpuStep("1 us")
    void compute() {}

    @IoWait("1 us")
    void ask() {}

    @Endpoint("GET /")
    void get() {
      for (int i = 0; i < STEPS / 2; i++) {
        compute();
        ask();
      }
    }
  }
}
