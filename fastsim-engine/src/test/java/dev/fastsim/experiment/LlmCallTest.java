package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.llm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.LlmCallRun;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.LlmProvider.Excess;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.TokenPrices;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Judge;
import dev.fastsim.sla.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LlmCallTest {

  /** A million prompt tokens for a quarter of a dollar, a million answer tokens for two. */
  private static final TokenPrices PRICES =
      new TokenPrices(new BigDecimal("0.25"), new BigDecimal("2"));

  private static final LlmProvider UNLIMITED = LlmProvider.unlimited("openai");
  private static final Statistic P95 = new Statistic.Percentile(95);

  /** Requests at equal distances, the first after one of them. */
  private static ScenarioBuilder every(double seconds, int duration) {
    return Scenario.builder("chat")
        .workload(new Workload.OpenRate(1 / seconds, Spacing.CONSTANT))
        .runs(new RunPlan(Duration.ofSeconds(duration), Duration.ZERO, 1, 1, 1));
  }

  private static ScenarioBuilder tenASecond() {
    return every(0.1, 30)
        .endpoint(
            "POST /ask",
            cpu("parse", "1 ms"),
            llm("ask", UNLIMITED, "400", "50", "300 ms", "4 ms", PRICES),
            cpu("render", "2 ms"));
  }

  /** 1 ms + 300 ms + 50 x 4 ms + 2 ms. */
  @Test
  void callTakesTheTimeToTheFirstTokenAndThatOfEachTokenAfterIt() {
    SimulationResult result = Experiment.run(tenASecond().build());
    assertThat(result.latency().pooled().max()).isEqualTo(0.503);
    assertThat(result.firstToken().pooled().max()).isEqualTo(0.3);
    assertThat(result.breakdown().shares(1))
        .anySatisfy(
            share -> {
              assertThat(share.category()).isEqualTo("ask first token");
              assertThat(share.share()).isCloseTo(300 / 503.0, within(1e-12));
            })
        .anySatisfy(
            share -> {
              assertThat(share.category()).isEqualTo("ask output");
              assertThat(share.share()).isCloseTo(200 / 503.0, within(1e-12));
            });
  }

  /** The core is free meanwhile: 3 ms of computing in each 100 ms. */
  @Test
  void callHoldsNoCore() {
    SimulationResult result = Experiment.run(tenASecond().build());
    assertThat(result.server().cpuUtilization().value()).isCloseTo(0.03, within(0.001));
  }

  /**
   * 400 x $0.25 + 50 x $2 for a million: $0.0002 a call, of which there are ten a second. Machines
   * at $3.60 an hour add $0.0001 a request.
   */
  @Test
  void requestCostsItsTokensAndItsShareOfTheMachines() {
    Scenario scenario = tenASecond().prices(new Prices(3.6, 0, 0, 0)).build();
    SimulationResult result = Experiment.run(scenario);
    LlmCallRun calls = result.runs().get(0).llm().calls().get(0);
    assertThat(calls.picodollars()).isEqualTo(calls.calls() * 200_000_000);
    LlmResult ask = result.llmCall("ask");
    assertThat(ask.costPerCall().value()).isCloseTo(0.0002, within(1e-12));
    assertThat(ask.outputTokensPerSecond().value()).isCloseTo(500, within(5.0));
    assertThat(ask.inputTokensPerSecond().value()).isCloseTo(4000, within(40.0));
    CostResult cost = result.cost().orElseThrow();
    assertThat(cost.callsPerRequest().p95().value()).isCloseTo(0.0002, within(1e-12));
    assertThat(cost.callsPerHour().value()).isCloseTo(7.2, within(0.08));
    assertThat(cost.perHour().value()).isCloseTo(10.8, within(0.08));
    assertThat(cost.perMonth().value()).isCloseTo(730 * 10.8, within(730 * 0.08));
    assertThat(cost.perRequest().value()).isCloseTo(0.0003, within(0.00001));
  }

  /**
   * Calls as exponential as M/M/c: mean time to the first token 1 / (mu - lambda) for one at a time
   * (M/M/1), 1 / mu for any number. Within four standard errors; 1 in 16 000 would fail.
   */
  @Test
  void callsBeyondTheConcurrencyWaitAsInMm1() {
    LlmProvider one = new LlmProvider("one", 1, LlmProvider.UNLIMITED, Excess.WAIT);
    Scenario scenario =
        Scenario.builder("M/M/1")
            .poissonArrivals(70)
            .endpoint("POST /", llm("ask", one, "1", "0", "exponential(10 ms)", "0 ms", PRICES))
            .runs(new RunPlan(Duration.ofSeconds(400), Duration.ofSeconds(20), 1, 8, 8))
            .build();
    SimulationResult result = Experiment.run(scenario);
    Estimate first = result.firstToken().mean();
    double error = (first.high() - first.value()) / 2.365;
    assertThat(first.value()).isCloseTo(1 / (100 - 70.0), within(4 * error));
    assertThat(result.llmProviders().get(0).underWay().value()).isCloseTo(0.7, within(0.02));
    assertThat(result.llmProviders().get(0).mostUnderWay()).isEqualTo(1);
  }

  /** A bucket of 600 tokens and ten more a second, for calls of 100 tokens once a second. */
  private static SimulationResult limited(Excess excess, int seconds) {
    LlmProvider provider = new LlmProvider("small", LlmProvider.UNLIMITED, 600, excess);
    return Experiment.run(
        every(1, seconds)
            .endpoint("POST /", llm("ask", provider, "60", "40", "10 ms", "0 ms", PRICES))
            .build());
  }

  /**
   * Six calls take 600 of 650 tokens until second 6, so that 50 are left; those of seconds 7 to 10
   * find 60 to 90, that of second 11 finds 100; then each tenth.
   */
  @Test
  void excessIsRefusedWhereTheProviderSaysSo() {
    SimulationResult result = limited(Excess.REJECT, 41);
    assertThat(result.llmCall("ask").calls()).isEqualTo(6 + 4);
    assertThat(result.llmCall("ask").refused()).isEqualTo(31);
    assertThat(result.outcomes().rejected()).isEqualTo(31);
  }

  /** The calls of seconds 7, 8, 9 and 10 begin at seconds 11, 21, 31 and 41. */
  @Test
  void excessWaitsWhereTheProviderSaysSo() {
    SimulationResult result = limited(Excess.WAIT, 41);
    assertThat(result.llmCall("ask").calls()).isEqualTo(6 + 4);
    assertThat(result.outcomes().rejected()).isZero();
    assertThat(result.firstToken().pooled().max()).isEqualTo(22.01);
    assertThat(result.breakdown().categories()).contains("provider small wait");
  }

  @Test
  void callOfMoreThanAMinutesTokensTakesAFullBucket() {
    LlmProvider provider = new LlmProvider("small", LlmProvider.UNLIMITED, 60, Excess.WAIT);
    SimulationResult result =
        Experiment.run(
            every(1, 70)
                .endpoint("POST /", llm("ask", provider, "1000", "0", "1 ms", "0 ms", PRICES))
                .build());
    assertThat(result.llmCall("ask").calls()).isEqualTo(2); // at seconds 1 and 61
  }

  @Test
  void timeToTheFirstTokenIsPromisedLikeALatency() {
    SimulationResult result = Experiment.run(tenASecond().build());
    assertThat(judge(result, Optional.of("ask"), 0.3).decision()).isEqualTo(Decision.PASS);
    Verdict verdict = judge(result, Optional.empty(), 0.29);
    assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
    assertThat(Explanation.of(result, verdict))
        .contains("first token p95 <= 290 ms: was 300")
        .containsPattern("ask: \\d+ calls, 0 refused, first token mean 300 ms, p95 300 ms")
        .containsPattern("provider openai: 4.9 calls under way and 0.0 waiting on average");
  }

  private static Verdict judge(SimulationResult result, Optional<String> call, double limit) {
    return Judge.judge(result, new Objective(new Metric.FirstToken(call, P95), limit));
  }

  @Test
  void summaryAndJsonTellOfCalls() {
    SimulationResult result = Experiment.run(tenASecond().build());
    assertThat(result.summary())
        .contains("LLM call ask: openai")
        .containsPattern("output tokens +49\\d(\\.\\d)?/s")
        .contains("LLM provider openai");
    assertThat(result.toJson())
        .contains("\"llmCalls\" : {\n    \"ask\" : {\n      \"model\" : \"openai\"")
        .contains("\"llmProviders\" : {\n    \"openai\" : {");
  }

  @Test
  void promisesAboutCallsThatAreNotThereAreRefused() {
    Metric other = new Metric.FirstToken(Optional.of("other"), P95);
    assertThatThrownBy(() -> tenASecond().objective(other, 1).build())
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("other")
        .hasMessageContaining("ask");
    Metric any = new Metric.FirstToken(Optional.empty(), P95);
    assertThatThrownBy(() -> every(1, 1).endpoint("/", cpu("c", "1 ms")).objective(any, 1).build())
        .hasMessageContaining("is about calls of language models, but there are none");
  }

  @Test
  void providersOfOneNameAreOneProvider() {
    LlmProvider other = new LlmProvider("openai", 2, LlmProvider.UNLIMITED, Excess.WAIT);
    assertThatThrownBy(
            () ->
                tenASecond()
                    .endpoint("POST /2", llm("again", other, "1", "1", "1 ms", "1 ms", PRICES))
                    .build())
        .hasMessageContaining("there are two different providers named 'openai'");
  }
}
