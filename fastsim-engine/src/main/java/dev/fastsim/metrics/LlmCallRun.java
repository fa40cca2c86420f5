package dev.fastsim.metrics;

/**
 * The calls of one LLM step in one replication, by requests that arrived in the measured time.
 *
 * @param name of the step
 * @param calls that were begun
 * @param refused calls that the provider's limits did not admit
 * @param inputTokens of all calls begun
 * @param outputTokens of all calls begun
 * @param picodollars what all calls begun cost
 * @param firstToken from the request's asking to the first token, waits for the provider's limits
 *     included
 */
public record LlmCallRun(
    String name,
    long calls,
    long refused,
    long inputTokens,
    long outputTokens,
    long picodollars,
    TimeDistribution firstToken) {

  /** What it says now, whatever is recorded later. */
  LlmCallRun snapshot() {
    return new LlmCallRun(
        name, calls, refused, inputTokens, outputTokens, picodollars, firstToken.snapshot());
  }

  /** What was recorded since an earlier snapshot. */
  LlmCallRun since(LlmCallRun earlier) {
    return new LlmCallRun(
        name,
        calls - earlier.calls,
        refused - earlier.refused,
        inputTokens - earlier.inputTokens,
        outputTokens - earlier.outputTokens,
        picodollars - earlier.picodollars,
        firstToken.since(earlier.firstToken));
  }
}
