package dev.fastsim.benchmarks;

import dev.fastsim.kernel.TimerQueue;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/** The hold model: take the earliest timer, put it back at a random later time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HoldBenchmark {

  /** Timers pending. */
  @Param({"10", "1000", "100000"})
  public int pending;

  private final SplittableRandom random = new SplittableRandom(1);
  private final TimerQueue timers = new TimerQueue();
  private final PriorityQueue<long[]> peer =
      new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));

  /** Fills both queues. */
  @Setup
  public void fill() {
    for (int i = 0; i < pending; i++) {
      long time = random.nextLong(1_000_000_000);
      timers.add(time, i);
      peer.add(new long[] {time, i});
    }
  }

  /** Ours. */
  @Benchmark
  public int timerQueue() {
    long now = timers.nextTime();
    int item = timers.poll();
    timers.add(now + random.nextLong(2_000_000_000), item);
    return item;
  }

  /** The standard library's. */
  @Benchmark
  public long priorityQueue() {
    long[] item = peer.remove();
    item[0] += random.nextLong(2_000_000_000);
    peer.add(item);
    return item[1];
  }
}
