package dev.fastsim.benchmarks.peers;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fastsim.FastSim;
import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * What is compared does the same work: the peers draw the same numbers from the same streams, and
 * so have the very same latencies; ours has other streams and the same distribution.
 */
class PeersAgreeTest {

  private static final Duration RUN = Duration.ofSeconds(1000);
  private static final long HORIZON = RUN.toNanos();

  @Test
  void singleQueuesHaveTheSameLatencies() {
    Histogram limit = LimitSingleQueue.run(HORIZON);
    assertThat(limit.getTotalCount()).isGreaterThan(790_000);
    assertThat(NaiveSingleQueue.run(HORIZON)).isEqualTo(limit);
    assertThat(SsjSingleQueue.run(HORIZON)).isEqualTo(limit);
  }

  @Test
  void eventLoopsHaveTheSameLatencies() {
    Histogram limit = LimitEventLoop.run(HORIZON);
    assertThat(limit.getTotalCount()).isGreaterThan(590_000);
    assertThat(NaiveEventLoop.run(HORIZON)).isEqualTo(limit);
    assertThat(SsjEventLoop.run(HORIZON)).isEqualTo(limit);
    assertThat(LimitEventLoop.runWithoutReturns(HORIZON).getMean())
        .isCloseTo(limit.getMean(), withinPercentage(0.01));
  }

  /**
   * Some 1.5% is four standard errors of the mean of a queue at 80% load, 0.3% of the event loop.
   */
  @Test
  void oursHasTheSameMean() {
    assertThat(
            mean(
                Scenario.builder("M/M/1")
                    .poissonArrivals(SingleQueue.ARRIVAL_RATE)
                    .endpoint("GET /", cpu("serve", "exponential(1 ms)"))))
        .isCloseTo(LimitSingleQueue.run(HORIZON).getMean() / 1e9, withinPercentage(3));
    assertThat(
            mean(
                Scenario.builder("event loop")
                    .poissonArrivals(EventLoop.ARRIVAL_RATE)
                    .network(new Network(new Exponential(EventLoop.LINK_NANOS / 1e9), 0))
                    .endpoint(
                        "GET /",
                        cpu("parse", "1 ms"),
                        io("query", "exponential(10 ms)"),
                        cpu("render", "0.5 ms"))))
        .isCloseTo(LimitEventLoop.run(HORIZON).getMean() / 1e9, withinPercentage(2));
  }

  private static double mean(ScenarioBuilder scenario) {
    RunPlan plan = new RunPlan(RUN, Duration.ZERO, 1, 1, 1);
    return FastSim.simulate(scenario.runs(plan).build()).latency().mean().value();
  }
}
