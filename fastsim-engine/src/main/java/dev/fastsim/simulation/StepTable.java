package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.SimulationException;
import dev.fastsim.scenario.Step;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scenario's steps in columns: what each is, and the durations still to be drawn. */
final class StepTable {

  enum Kind {
    CPU,
    IO,
    BLOCKING_IO,
    RAM
  }

  static final int NO_POOL = -1;

  private static final long DRAWN = -1;
  private static final double NANOS_PER_SECOND = 1e9;

  final List<Step> steps;

  /** Of all services; a pool's number is the number of its name. */
  final List<String> poolNames;

  final Kind[] kind;
  final int[] pool;
  final long[] ram;
  private final Sampler[] time;

  /** The duration of a step that always takes the same time, else {@link #DRAWN}. */
  private final long[] constant;

  private final Map<String, Integer> numbers = new HashMap<>();

  StepTable(Scenario scenario, Streams streams, int replication) {
    steps = scenario.steps();
    if (steps.size() > Trace.STEPS_MOST) {
      throw new SimulationException(
          "the scenario has %d steps; at most %d can be simulated"
              .formatted(steps.size(), Trace.STEPS_MOST));
    }
    poolNames = scenario.poolNames();
    kind = new Kind[steps.size()];
    pool = new int[steps.size()];
    ram = new long[steps.size()];
    time = new Sampler[steps.size()];
    constant = new long[steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      numbers.put(step.name(), i);
      pool[i] = NO_POOL;
      Distribution seconds = new Constant(0);
      if (step instanceof Step.Cpu cpu) {
        kind[i] = Kind.CPU;
        seconds = cpu.time();
      } else if (step instanceof Step.Io io) {
        kind[i] = io.blocking() ? Kind.BLOCKING_IO : Kind.IO;
        pool[i] = io.pool().map(poolNames::indexOf).orElse(NO_POOL);
        seconds = io.time();
      } else if (step instanceof Step.Ram memory) {
        kind[i] = Kind.RAM;
        ram[i] = memory.bytes();
      }
      Distribution nanos = seconds.scaledBy(NANOS_PER_SECOND);
      time[i] = nanos.sampler(streams.stream(replication, "step " + step.name(), "time"));
      constant[i] = nanos instanceof Constant ? time[i].nextNanos() : DRAWN;
    }
  }

  int count() {
    return steps.size();
  }

  int number(Step step) {
    return Objects.requireNonNull(numbers.get(step.name()), step.name());
  }

  /** What each step is to a server: where every wait holds a thread, none holds a core. */
  Kind[] kinds(Server server) {
    if (!(server.concurrency() instanceof Concurrency.ThreadPool)) {
      return kind;
    }
    return Arrays.stream(kind)
        .map(each -> each == Kind.BLOCKING_IO ? Kind.IO : each)
        .toArray(Kind[]::new);
  }

  /** Adds a step to a request that is being recorded, and draws how long it will take. */
  void record(int step, Request request) {
    if (kind[step] == Kind.RAM) {
      request.addRam(ram[step]);
    } else {
      long nanos = constant[step];
      request.append(Trace.word(step, nanos >= 0 ? nanos : time[step].nextNanos()));
    }
  }

  /** Steps to be recorded together. */
  StepList list(List<Step> together) {
    int[] timed =
        together.stream().mapToInt(this::number).filter(it -> kind[it] != Kind.RAM).toArray();
    long[] words = new long[timed.length];
    Sampler[] draws = new Sampler[timed.length];
    for (int i = 0; i < timed.length; i++) {
      boolean drawn = constant[timed[i]] == DRAWN;
      words[i] = Trace.word(timed[i], drawn ? 0 : constant[timed[i]]);
      draws[i] = drawn ? time[timed[i]] : null;
    }
    long ramBytes =
        together.stream().mapToLong(it -> ram[number(it)]).reduce(0, Request::saturatedSum);
    return new StepList(words, draws, ramBytes);
  }
}
