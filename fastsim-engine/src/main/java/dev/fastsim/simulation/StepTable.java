package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.SimulationException;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.WaitNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The scenario's steps in columns: what each is, and the durations still to be drawn. */
final class StepTable {

  enum Kind {
    CPU,
    IO,
    BLOCKING_IO,
    RAM,
    /** A call of a language model, until its first token. */
    LLM,
    /** The rest of a call, which follows it. */
    LLM_OUTPUT
  }

  static final int NO_POOL = -1;

  private static final long DRAWN = -1;
  private static final double NANOS_PER_SECOND = 1e9;

  final List<Step> steps;

  /** The LLM steps; the numbers of their outputs follow those of the steps, in this order. */
  final List<Step.Llm> calls;

  final List<LlmProvider> providers;

  /** Of all services; a pool's number is the number of its name. */
  final List<String> poolNames;

  final Kind[] kind;
  final int[] pool;

  /** Which steps are calls; two words of a trace each, for the way there and the way back. */
  final boolean[] isCall;

  final long[] ram;
  private final Sampler[] time;

  /** The duration of a step that always takes the same time, else {@link #DRAWN}. */
  private final long[] constant;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** By the number of an LLM step; null for others. */
  private final @Nullable LlmDraws[] draws;

  StepTable(Scenario scenario, Streams streams, int replication) {
    steps = scenario.steps();
    calls = scenario.llmSteps();
    providers = scenario.llmProviders();
    if (steps.size() + calls.size() > Trace.STEPS_MOST) {
      throw new SimulationException(
          "the scenario has %d steps; at most %d can be simulated"
              .formatted(steps.size() + calls.size(), Trace.STEPS_MOST));
    }
    poolNames = scenario.poolNames();
    kind = new Kind[count()];
    pool = new int[steps.size()];
    isCall = new boolean[steps.size()];
    ram = new long[steps.size()];
    time = new Sampler[steps.size()];
    constant = new long[steps.size()];
    draws = new LlmDraws[steps.size()];
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
      } else if (step instanceof Step.Call call) {
        kind[i] = Kind.IO;
        isCall[i] = true;
        pool[i] = call.pool().map(poolNames::indexOf).orElse(NO_POOL);
        seconds = call.latency();
      } else if (step instanceof Step.Ram memory) {
        kind[i] = Kind.RAM;
        ram[i] = memory.bytes();
      } else if (step instanceof Step.Llm llm) {
        int output = steps.size() + calls.indexOf(llm);
        kind[i] = Kind.LLM;
        kind[output] = Kind.LLM_OUTPUT;
        draws[i] = new LlmDraws(llm, i, output, streams, replication);
      }
      Distribution nanos = seconds.scaledBy(NANOS_PER_SECOND);
      time[i] = nanos.sampler(streams.stream(replication, "step " + step.name(), "time"));
      constant[i] = nanos instanceof Constant ? time[i].nextNanos() : DRAWN;
    }
  }

  /** Numbers of steps: those of the scenario, and the outputs of LLM steps. */
  int count() {
    return steps.size() + calls.size();
  }

  /** What results call the time of a step. */
  String category(int step) {
    return switch (kind[step]) {
      case LLM -> WaitNames.firstToken(steps.get(step).name());
      case LLM_OUTPUT -> WaitNames.output(calls.get(step - steps.size()).name());
      case CPU, IO, BLOCKING_IO, RAM -> steps.get(step).name();
    };
  }

  /** What results call the times of the steps, by number, and of the waits, which follow. */
  List<String> categories() {
    List<String> names = new ArrayList<>();
    for (int step = 0; step < count(); step++) {
      names.add(category(step));
    }
    names.addAll(WaitNames.all(poolNames));
    providers.forEach(provider -> names.add(WaitNames.provider(provider.name())));
    return names;
  }

  /** Things that a request may wait for, besides cores and memory: pools, then providers. */
  int queues() {
    return poolNames.size() + providers.size();
  }

  /** Whether a request must have a core to begin with such a step. */
  static boolean needsCore(Kind step) {
    return step == Kind.CPU || step == Kind.BLOCKING_IO;
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
    } else if (kind[step] == Kind.LLM) {
      Objects.requireNonNull(draws[step]).record(request);
    } else {
      append(step, request);
      if (isCall[step]) {
        append(step, request);
      }
    }
  }

  private void append(int step, Request request) {
    long nanos = constant[step];
    request.append(Trace.word(step, nanos >= 0 ? nanos : time[step].nextNanos()));
  }

  /** Steps to be recorded together. */
  RecordedSteps list(List<Step> together) {
    if (together.stream().anyMatch(Step.Llm.class::isInstance)) {
      int[] each = together.stream().mapToInt(this::number).toArray();
      return request -> {
        for (int step : each) {
          record(step, request);
        }
      };
    }
    int[] timed =
        together.stream()
            .mapToInt(this::number)
            .filter(it -> kind[it] != Kind.RAM)
            .flatMap(it -> isCall[it] ? IntStream.of(it, it) : IntStream.of(it))
            .toArray();
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
