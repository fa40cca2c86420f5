package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.LlmRun;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that calls of language models need: a station for each step, the providers, the books. */
final class LanguageModels {

  private final StepTable steps;

  /** By step; null where a step is no call. */
  final LlmStation[] calls;

  private final LlmBooks books;
  private final List<Provider> providers = new ArrayList<>();

  LanguageModels(StepTable steps, Window window) {
    this.steps = steps;
    this.calls = new LlmStation[steps.count()];
    this.books = new LlmBooks(steps.calls, window);
  }

  /** Adds the station of a step. */
  void addStation(Agenda agenda, Requests requests, Replica[] replicas, int step) {
    int call = steps.calls.indexOf(steps.steps.get(step));
    calls[step] = new LlmStation(agenda, requests, replicas, steps, books, call);
  }

  /** Adds the providers, and connects the stations with them. */
  void addProviders(Agenda agenda, Requests requests) {
    for (LlmProvider limits : steps.providers) {
      int waitIndex = steps.poolNames.size() + providers.size();
      Provider provider = new Provider(agenda, limits, requests, calls, waitIndex);
      providers.add(provider);
      for (Step.Llm call : steps.calls) {
        if (call.provider().equals(limits)) {
          calls[steps.number(call)].connect(provider);
        }
      }
    }
  }

  /** Of completed requests; null if no language model is called. */
  @Nullable LlmBooks books() {
    return steps.calls.isEmpty() ? null : books;
  }

  /** The end of the warm-up: all gauges start anew. */
  void restart(long now) {
    providers.forEach(provider -> provider.restart(now));
  }

  LlmRun read(long now) {
    if (steps.calls.isEmpty()) {
      return LlmRun.NONE;
    }
    return new LlmRun(
        books.read(),
        providers.stream().map(provider -> provider.read(now)).toList(),
        books.costs.read());
  }
}
