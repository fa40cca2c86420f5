package dev.fastsim.simulation;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Step;

/** Draws the calls of one LLM step, each of the four quantities from a stream of its own. */
final class LlmDraws {

  /** More tokens than any language model can take, or give. */
  private static final long TOKENS_MOST = 1L << 30;

  private static final double NANOS_PER_SECOND = 1e9;

  private final int step;
  private final int output;
  private final Sampler inputTokens;
  private final Sampler outputTokens;
  private final Sampler firstToken;
  private final Sampler perOutputToken;

  /**
   * Opens the streams.
   *
   * @param step its number until the first token
   * @param output its number after that
   */
  LlmDraws(Step.Llm call, int step, int output, Streams streams, int replication) {
    this.step = step;
    this.output = output;
    String component = "step " + call.name();
    this.inputTokens =
        call.inputTokens().sampler(streams.stream(replication, component, "input tokens"));
    this.outputTokens =
        call.outputTokens().sampler(streams.stream(replication, component, "output tokens"));
    this.firstToken =
        nanos(call.firstToken()).sampler(streams.stream(replication, component, "first token"));
    this.perOutputToken =
        nanos(call.perOutputToken()).sampler(streams.stream(replication, component, "per token"));
  }

  private static Distribution nanos(Distribution seconds) {
    return seconds.scaledBy(NANOS_PER_SECOND);
  }

  /** Adds a call to a request that is being recorded. */
  void record(Request request) {
    long input = Math.min(TOKENS_MOST, inputTokens.nextNanos());
    long tokens = Math.min(TOKENS_MOST, outputTokens.nextNanos());
    long first = firstToken.nextNanos();
    long each = perOutputToken.nextNanos();
    long rest = tokens > 0 && each > Sampler.MAX_NANOS / tokens ? Sampler.MAX_NANOS : tokens * each;
    request.appendCall(Trace.word(step, first), Trace.word(output, rest), input, tokens);
  }
}
