package dev.fastsim.yaml;

import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TokenPrices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How calls of language models stand in a file. */
final class LlmShapes {

  private static final Key<LlmProvider, String> PROVIDER_NAME =
      Key.required("name", "Unique among different providers", Scalars.text(), LlmProvider::name);

  private static final Key<LlmProvider, Optional<Integer>> CONCURRENCY =
      Key.optional(
          "concurrency",
          "Calls that may be under way at once; without it there is no limit",
          Scalars.whole(1, Integer.MAX_VALUE),
          provider -> limit(provider.concurrency()));

  private static final Key<LlmProvider, Optional<Integer>> TOKENS_PER_MINUTE =
      Key.optional(
          "tokensPerMinute",
          "Input and output tokens a minute, of which a full bucket holds those of a minute;"
              + " without it there is no limit",
          Scalars.whole(1, LlmProvider.TOKENS_MOST),
          provider -> limit(provider.tokensPerMinute()));

  private static final Key<LlmProvider, LlmProvider.Excess> EXCESS =
      Key.standard(
          "excess",
          "Whether a call that a limit does not admit waits, or its request is rejected",
          Scalars.word(LlmProvider.Excess.class, each -> true),
          LlmProvider::excess,
          LlmProvider.Excess.WAIT);

  private static final Shape<LlmProvider> PROVIDER =
      new MappingShape<>(
          "provider",
          "Who serves the calls, and within what limits; all steps that name it share them.",
          List.of(PROVIDER_NAME, CONCURRENCY, TOKENS_PER_MINUTE, EXCESS),
          values ->
              new LlmProvider(
                  values.get(PROVIDER_NAME),
                  values.get(CONCURRENCY).orElse(LlmProvider.UNLIMITED),
                  values.get(TOKENS_PER_MINUTE).orElse(LlmProvider.UNLIMITED),
                  values.get(EXCESS)));

  private static final Key<Step.Llm, String> NAME =
      Key.required(
          "name", "Shown in results, unique among different steps", Scalars.text(), Step.Llm::name);

  private static final Key<Step.Llm, String> MODEL =
      Key.required(
          "model", "Which language model; text for people", Scalars.text(), Step.Llm::model);

  private static final Key<Step.Llm, LlmProvider> BY =
      Key.required("provider", "Who serves it", PROVIDER, Step.Llm::provider);

  private static final Key<Step.Llm, Distribution> INPUT_TOKENS =
      Key.required("inputTokens", "Of the prompt", Scalars.tokens(), Step.Llm::inputTokens);

  private static final Key<Step.Llm, Distribution> OUTPUT_TOKENS =
      Key.required("outputTokens", "Of the answer", Scalars.tokens(), Step.Llm::outputTokens);

  private static final Key<Step.Llm, Distribution> FIRST_TOKEN =
      Key.required(
          "timeToFirstToken",
          "From the beginning of the call to its first token",
          Scalars.distribution(),
          Step.Llm::firstToken);

  private static final Key<Step.Llm, Distribution> PER_TOKEN =
      Key.required(
          "perOutputToken",
          "Time of each token of the answer, drawn once for a call",
          Scalars.distribution(),
          Step.Llm::perOutputToken);

  private static final Key<Step.Llm, BigDecimal> INPUT_PRICE =
      price("pricePerMillionInput", "Of a million tokens of prompts", TokenPrices::perMillionInput);

  private static final Key<Step.Llm, BigDecimal> OUTPUT_PRICE =
      price(
          "pricePerMillionOutput", "Of a million tokens of answers", TokenPrices::perMillionOutput);

  /** A call of a language model. */
  static final Shape<Step.Llm> LLM =
      new MappingShape<>(
          "llm",
          "A call of a language model, which takes the time to the first token and then a time for"
              + " each token of the answer.",
          List.of(
              NAME,
              MODEL,
              BY,
              INPUT_TOKENS,
              OUTPUT_TOKENS,
              FIRST_TOKEN,
              PER_TOKEN,
              INPUT_PRICE,
              OUTPUT_PRICE),
          values ->
              new Step.Llm(
                  values.get(NAME),
                  values.get(MODEL),
                  values.get(BY),
                  values.get(INPUT_TOKENS),
                  values.get(OUTPUT_TOKENS),
                  values.get(FIRST_TOKEN),
                  values.get(PER_TOKEN),
                  new TokenPrices(values.get(INPUT_PRICE), values.get(OUTPUT_PRICE))));

  private LlmShapes() {}

  private static Optional<Integer> limit(int limit) {
    return limit == LlmProvider.UNLIMITED ? Optional.empty() : Optional.of(limit);
  }

  private static Key<Step.Llm, BigDecimal> price(
      String name, String about, Function<TokenPrices, BigDecimal> getter) {
    return Key.standard(
        name, about, Scalars.amount(), step -> getter.apply(step.prices()), BigDecimal.ZERO);
  }
}
