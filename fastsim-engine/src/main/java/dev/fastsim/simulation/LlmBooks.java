package dev.fastsim.simulation;

import dev.fastsim.metrics.LlmCallRun;
import dev.fastsim.metrics.TimeRecorder;
import dev.fastsim.scenario.SimulationException;
import dev.fastsim.scenario.Step;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the calls of language models come to: of requests that arrive in the measured time. Money is
 * counted in picodollars, of which a token costs a whole number.
 */
final class LlmBooks {

  private static final long PICODOLLARS_PER_NANODOLLAR = 1000;

  private final List<Step.Llm> steps;
  private final Window window;
  private final long[] inputPrice;
  private final long[] outputPrice;
  private final long[] calls;
  private final long[] refused;
  private final long[] inputTokens;
  private final long[] outputTokens;
  private final long[] spent;
  private final TimeRecorder[] firstToken;

  /** What the calls of each completed request cost, in nanodollars. */
  final TimeRecorder costs = new TimeRecorder();

  LlmBooks(List<Step.Llm> steps, Window window) {
    this.steps = steps;
    this.window = window;
    int count = steps.size();
    inputPrice = steps.stream().mapToLong(it -> it.prices().picodollarsPerInputToken()).toArray();
    outputPrice = steps.stream().mapToLong(it -> it.prices().picodollarsPerOutputToken()).toArray();
    calls = new long[count];
    refused = new long[count];
    inputTokens = new long[count];
    outputTokens = new long[count];
    spent = new long[count];
    firstToken =
        IntStream.range(0, count).mapToObj(i -> new TimeRecorder()).toArray(TimeRecorder[]::new);
  }

  private boolean counts(Request request) {
    return request.arrival >= window.from();
  }

  void refused(int call, Request request) {
    if (counts(request)) {
      refused[call]++;
    }
  }

  /** A call begins, and what it needs is spent. */
  void begun(int call, Request request) {
    long input = request.inputTokens();
    long output = request.outputTokens();
    try {
      long cost =
          Math.addExact(
              Math.multiplyExact(input, inputPrice[call]),
              Math.multiplyExact(output, outputPrice[call]));
      request.spent = Math.addExact(request.spent, cost);
      if (counts(request)) {
        calls[call]++;
        inputTokens[call] += input;
        outputTokens[call] += output;
        spent[call] = Math.addExact(spent[call], cost);
      }
    } catch (ArithmeticException overflow) {
      throw new SimulationException(
          "calls of %s cost more than can be counted: 9 million dollars"
              .formatted(steps.get(call).name()));
    }
  }

  void firstToken(int call, Request request, long now) {
    if (counts(request)) {
      firstToken[call].record(now - request.asked);
    }
  }

  /** A request that counts is completed. */
  void completed(Request request) {
    costs.record(request.spent / PICODOLLARS_PER_NANODOLLAR);
  }

  List<LlmCallRun> read() {
    return IntStream.range(0, steps.size())
        .mapToObj(
            call ->
                new LlmCallRun(
                    steps.get(call).name(),
                    calls[call],
                    refused[call],
                    inputTokens[call],
                    outputTokens[call],
                    spent[call],
                    firstToken[call].read()))
        .toList();
  }
}
