package dev.fastsim.metrics;

import java.util.List;

/**
 * The calls of language models in one replication.
 *
 * @param calls of each LLM step, in the scenario's order
 * @param providers in the order of the steps that name them first
 * @param costs what the calls of each completed request cost, in dollars where a distribution says
 *     seconds
 */
public record LlmRun(List<LlmCallRun> calls, List<ProviderRun> providers, TimeDistribution costs) {

  /** No calls. */
  public static final LlmRun NONE = new LlmRun(List.of(), List.of(), new TimeRecorder().read());

  public LlmRun {
    calls = List.copyOf(calls);
    providers = List.copyOf(providers);
  }

  /** What all calls cost, in dollars. */
  public double dollars() {
    return calls.stream().mapToDouble(LlmCallRun::picodollars).sum() / 1e12;
  }

  /** Tokens of all answers. */
  public long outputTokens() {
    return calls.stream().mapToLong(LlmCallRun::outputTokens).sum();
  }

  /** Tokens of all prompts. */
  public long inputTokens() {
    return calls.stream().mapToLong(LlmCallRun::inputTokens).sum();
  }

  /** Time from asking to the first token, over all steps. */
  public TimeDistribution firstToken() {
    return TimeDistribution.pool(calls.stream().map(LlmCallRun::firstToken).toList());
  }
}
