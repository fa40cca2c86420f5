package dev.fastsim.experiment;

import dev.fastsim.metrics.LlmCallRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Step;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * What the replications show of one LLM step: of calls by requests that arrived in the measured
 * time.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LlmResult {

  private final SimulationResult result;
  private final Step.Llm step;
  private final int index;

  LlmResult(SimulationResult result, int index) {
    this.result = result;
    this.step = result.scenario().llmSteps().get(index);
    this.index = index;
  }

  /** The step. */
  public Step.Llm step() {
    return step;
  }

  /** Its name. */
  public String name() {
    return step.name();
  }

  /** Calls begun, over all replications. */
  public long calls() {
    return result.runs().stream().map(this::in).mapToLong(LlmCallRun::calls).sum();
  }

  /** Calls that the provider's limits did not admit, over all replications. */
  public long refused() {
    return result.runs().stream().map(this::in).mapToLong(LlmCallRun::refused).sum();
  }

  /** Tokens of prompts per second. */
  public Estimate inputTokensPerSecond() {
    return result.estimate(run -> in(run).inputTokens() / run.measuredSeconds());
  }

  /** Tokens of answers per second. */
  public Estimate outputTokensPerSecond() {
    return result.estimate(run -> in(run).outputTokens() / run.measuredSeconds());
  }

  /** What a call costs on average, in dollars. */
  public Estimate costPerCall() {
    return result.estimate(run -> in(run).picodollars() / 1e12 / in(run).calls());
  }

  /** From asking for a call to its first token, waits for the provider's limits included. */
  public TimeEstimates firstToken() {
    Function<RunResult, LlmCallRun> mine = this::in;
    return new TimeEstimates(result, mine.andThen(LlmCallRun::firstToken));
  }

  private LlmCallRun in(RunResult run) {
    return run.llm().calls().get(index);
  }
}
