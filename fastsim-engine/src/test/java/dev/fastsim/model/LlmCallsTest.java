package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LlmCall;
import dev.fastsim.annotations.LlmProvider;
import dev.fastsim.annotations.TtftSla;
import dev.fastsim.random.Constant;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.LlmProvider.Excess;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.TokenPrices;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LlmCallsTest {

  @ArrivalRate("1/s")
  @LlmProvider(name = "openai", concurrency = 20, tokensPerMinute = 100_000, rejectExcess = true)
  @TtftSla(p95 = "800 ms")
  static class Chat {
    @LlmCall(
        model = "gpt-5-mini",
        provider = "openai",
        inputTokens = "800",
        outputTokens = "exponential(200)",
        timeToFirstToken = "300 ms",
        perOutputToken = "8 ms",
        pricePerMillionInput = "$0.25",
        pricePerMillionOutput = "$2")
    void ask() {}

    @LlmCall(
        model = "local",
        inputTokens = "1",
        outputTokens = "1",
        timeToFirstToken = "1 ms",
        perOutputToken = "1 ms")
    void classify() {}

    @Endpoint
    void chat() {
      classify();
      ask();
    }
  }

  @Test
  void callsAreReadWithTheirProviders() {
    ServiceModel model = ServiceModel.read(Chat.class);
    assertThat(model.scenario().llmSteps())
        .containsExactlyInAnyOrder(
            new Step.Llm(
                "ask",
                "gpt-5-mini",
                new dev.fastsim.scenario.LlmProvider("openai", 20, 100_000, Excess.REJECT),
                new Constant(800),
                new Exponential(200),
                new Constant(0.3),
                new Constant(0.008),
                new TokenPrices(new BigDecimal("0.25"), new BigDecimal("2"))),
            new Step.Llm(
                "classify",
                "local",
                dev.fastsim.scenario.LlmProvider.unlimited("local"),
                new Constant(1),
                new Constant(1),
                new Constant(0.001),
                new Constant(0.001),
                TokenPrices.NONE));
    assertThat(model.serviceObjectives())
        .containsExactly(
            new Objective(
                new Metric.FirstToken(Optional.empty(), new Statistic.Percentile(95)), 0.8));
  }

  @ArrivalRate("1/s")
  @LlmProvider(name = "openai", concurrency = 0)
  static class Mistaken {
    @CpuStep("1 ms")
    @LlmCall(
        model = "gpt-5-mini",
        inputTokens = "1",
        outputTokens = "1",
        timeToFirstToken = "1 ms",
        perOutputToken = "1 ms")
    void think() {}

    @LlmCall(
        model = " ",
        provider = "anthropic",
        inputTokens = "some",
        outputTokens = "10 ms",
        timeToFirstToken = "300",
        perOutputToken = "8 ms",
        pricePerMillionInput = "$0.0000001")
    void ask() {}

    @Endpoint
    void chat() {
      ask();
    }
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThat(Refusal.of(Mistaken.class))
        .anySatisfy(each -> assertThat(each).contains("concurrency must be at least 1, but is 0"))
        .anySatisfy(
            each ->
                assertThat(each)
                    .contains("@LlmCall: it stands beside @CpuStep, and nobody can tell which"))
        .anySatisfy(each -> assertThat(each).contains("@LlmCall(model): it must not be blank"))
        .anySatisfy(
            each ->
                assertThat(each)
                    .contains(
                        "@LlmCall(provider): there is no provider 'anthropic'; the service has"
                            + " [openai]"))
        .anySatisfy(each -> assertThat(each).contains("@LlmCall(inputTokens): "))
        .anySatisfy(each -> assertThat(each).contains("@LlmCall(outputTokens): "))
        .anySatisfy(each -> assertThat(each).contains("@LlmCall(timeToFirstToken): "))
        .anySatisfy(
            each ->
                assertThat(each)
                    .contains("the price of a million input tokens must be from $0 to $1000000"));
  }
}
