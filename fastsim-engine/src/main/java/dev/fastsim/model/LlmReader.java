package dev.fastsim.model;

import dev.fastsim.annotations.LlmCall;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TokenPrices;
import dev.fastsim.units.Dollars;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads calls of language models, and the providers they name. */
final class LlmReader {

  private static final Distribution NOTHING = new Constant(0);

  private final Mistakes mistakes;

  /** By name; empty for one with mistakes. */
  private final Map<String, Optional<LlmProvider>> providers = new LinkedHashMap<>();

  LlmReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.mistakes = mistakes;
    for (dev.fastsim.annotations.LlmProvider words :
        finder.allOnClass(type, dev.fastsim.annotations.LlmProvider.class)) {
      Place place =
          mistakes.on(type, dev.fastsim.annotations.LlmProvider.class).named(words.name());
      Optional<LlmProvider> provider =
          place.whole(
              () ->
                  new LlmProvider(
                      words.name(),
                      words.concurrency(),
                      words.tokensPerMinute(),
                      words.rejectExcess() ? LlmProvider.Excess.REJECT : LlmProvider.Excess.WAIT));
      if (providers.putIfAbsent(words.name(), provider) != null) {
        place.refuse("there are two providers of this name; keep one");
      }
    }
  }

  /** Reads a call; what is wrong in it has a harmless form. */
  Step step(Method method, LlmCall words, String name) {
    Place place = mistakes.on(method, LlmCall.class);
    Distribution input = numbers("inputTokens", words.inputTokens(), place);
    Distribution output = numbers("outputTokens", words.outputTokens(), place);
    Distribution first = durations("timeToFirstToken", words.timeToFirstToken(), place);
    Distribution each = durations("perOutputToken", words.perOutputToken(), place);
    BigDecimal inputPrice = price("pricePerMillionInput", words.pricePerMillionInput(), place);
    BigDecimal outputPrice = price("pricePerMillionOutput", words.pricePerMillionOutput(), place);
    TokenPrices prices =
        place.whole(() -> new TokenPrices(inputPrice, outputPrice)).orElse(TokenPrices.NONE);
    if (words.model().isBlank()) {
      place.refuse("model", "it must not be blank");
    }
    String model = words.model().isBlank() ? name : words.model();
    return new Step.Llm(
        name, model, provider(words, model, place), input, output, first, each, prices);
  }

  private LlmProvider provider(LlmCall words, String model, Place place) {
    if (words.provider().isEmpty()) {
      return LlmProvider.unlimited(model);
    } else if (!providers.containsKey(words.provider())) {
      place.refuse(
          "provider",
          "there is no provider '%s'; %s"
              .formatted(
                  words.provider(),
                  providers.isEmpty()
                      ? "add an @LlmProvider to the class"
                      : "the service has " + providers.keySet()));
    }
    return providers
        .getOrDefault(words.provider(), Optional.empty())
        .orElseGet(() -> LlmProvider.unlimited(model));
  }

  private static Distribution numbers(String attribute, String text, Place place) {
    return place.attribute(attribute, () -> Distribution.ofNumbers(text)).orElse(NOTHING);
  }

  private static Distribution durations(String attribute, String text, Place place) {
    return place.attribute(attribute, () -> Distribution.ofDurations(text)).orElse(NOTHING);
  }

  private static BigDecimal price(String attribute, String text, Place place) {
    return place.attribute(attribute, () -> Dollars.parse(text)).orElse(BigDecimal.ZERO);
  }
}
