package dev.fastsim.experiment;

import dev.fastsim.metrics.ProviderRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.LlmProvider;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;

/** What the replications show of one provider of language models. */
@API(status = API.Status.EXPERIMENTAL)
public final class ProviderResult {

  private final SimulationResult result;
  private final LlmProvider provider;
  private final int index;

  ProviderResult(SimulationResult result, int index) {
    this.result = result;
    this.provider = result.scenario().llmProviders().get(index);
    this.index = index;
  }

  /** The provider and its limits. */
  public LlmProvider provider() {
    return provider;
  }

  /** Calls under way. */
  public Estimate underWay() {
    return result.estimate(run -> in(run).underWay().mean());
  }

  /** Calls that wait for its limits. */
  public Estimate waiting() {
    return result.estimate(run -> in(run).waiting().mean());
  }

  /** Most calls under way in any replication. */
  public double mostUnderWay() {
    return max(run -> run.underWay().max());
  }

  /** Most calls waiting in any replication. */
  public double mostWaiting() {
    return max(run -> run.waiting().max());
  }

  private double max(ToDoubleFunction<ProviderRun> level) {
    return result.runs().stream().map(this::in).mapToDouble(level).max().orElse(Double.NaN);
  }

  private ProviderRun in(RunResult run) {
    return run.llm().providers().get(index);
  }
}
