package dev.fastsim.simulation;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.TraceRecorder;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/** Writes what a program records into the request of the request that is arriving. */
final class TraceWriter implements TraceRecorder {

  private final StepTable steps;

  /** From the program's step numbers to the table's. */
  private final int[] numbers;

  private final Streams streams;
  private final int replication;
  private final UniformRandomProvider chances;
  private final Map<String, Sampler> samplers = new HashMap<>();

  @SuppressWarnings("NullAway.Init") // begins before the first step
  private Request request;

  private long now;

  TraceWriter(StepTable steps, int[] numbers, Streams streams, int replication) {
    this.steps = steps;
    this.numbers = numbers;
    this.streams = streams;
    this.replication = replication;
    this.chances = streams.stream(replication, "flow", "chance");
  }

  void begin(Request arriving, long arrival) {
    request = arriving;
    now = arrival;
  }

  @Override
  public void step(int step) {
    steps.record(numbers[step], request);
  }

  @Override
  public boolean chance(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "a probability must be from 0 to 1, but is " + probability);
    }
    return chances.nextDouble() < probability;
  }

  @Override
  public double sample(String distribution) {
    return samplers.computeIfAbsent(distribution, this::sampler).next();
  }

  private Sampler sampler(String distribution) {
    return Distribution.ofNumbers(distribution)
        .sampler(streams.stream(replication, "flow", "sample " + distribution));
  }

  @Override
  public long nowNanos() {
    return now;
  }
}
