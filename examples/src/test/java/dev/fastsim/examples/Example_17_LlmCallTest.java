package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CostSla;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.LlmCall;
import dev.fastsim.annotations.LlmProvider;
import dev.fastsim.annotations.Price;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.TtftSla;

/**
 * A service that asks a language model.
 *
 * <p>A call takes the time to its first token, and then 8 ms for each token of the answer, 150 on
 * average: it is far longer than all else, and so is what it costs. Two requests a second need
 * about 1250 tokens each, which is 150 000 a minute; the account admits 200 000, so that none
 * waits. With half as much traffic again more tokens are needed than there are, and calls wait ever
 * longer: try a what-if of {@code traffic = 1.5}.
 *
 * <p>A request costs $0.25 for each million of its 1100 input tokens and $2 for each million of its
 * 150 output tokens, $0.000575 on average; the machine adds $0.000014.
 */
@Server(cores = 1)
@Price(replica = "$0.10/h")
@ArrivalRate("2/s")
@LlmProvider(name = "openai", concurrency = 50, tokensPerMinute = 200_000)
@TtftSla(p50 = "500 ms", p95 = "1.5 s")
@CostSla(perRequest = "$0.0008")
@ErrorRateSla(max = "0.1%")
@Simulation(duration = "30 min")
class Example_17_LlmCallTest {

  @CpuStep("5 ms")
  void readDocuments() {}

  @LlmCall(
      model = "gpt-5-mini",
      provider = "openai",
      inputTokens = "lognormal(mean=1100, sd=600)",
      outputTokens = "exponential(150)",
      timeToFirstToken = "lognormal(median=350ms, p99=1200ms)",
      perOutputToken = "8 ms",
      pricePerMillionInput = "$0.25",
      pricePerMillionOutput = "$2")
  void ask() {}

  @Endpoint("POST /answer")
  @LatencySla(p95 = "5 s")
  void answer() {
    readDocuments();
    ask();
  }
}
