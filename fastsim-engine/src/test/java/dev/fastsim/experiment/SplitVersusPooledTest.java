package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import org.junit.jupiter.api.Test;

/**
 * Poisson arrivals at 45/s, exponential bursts of 1/15 s: four replicas behind a random balancer
 * are four M/M/1 of a quarter of the traffic, and so are four event loops; four cores behind one
 * queue are M/M/4 (Erlang C). False alarms: see {@link Oracle}.
 */
class SplitVersusPooledTest {

  private static ScenarioBuilder traffic() {
    return Scenario.builder("split or pooled")
        .poissonArrivals(45)
        .endpoint("serve", cpu("serve", "exponential(66.66666666666667 ms)"));
  }

  @Test
  void randomlySplitReplicasAreIndependentMM1() {
    Oracle split = Oracle.of(traffic().replicas(4, BalancingPolicy.RANDOM), 3000);
    split.latency().is(0.26666666666666666);
    split.latency(99).is(1.2280453829301579);
  }

  @Test
  void eventLoopsOnFourCoresAreIndependentMM1() {
    Oracle loops =
        Oracle.of(traffic().cores(4).concurrency(new Concurrency.EventLoopPerCore()), 3000);
    loops.latency().is(0.26666666666666666);
    loops.latency(99).is(1.2280453829301579);
    loops.coresHeld().is(3);
  }

  @Test
  void pooledCoresAreMM4() {
    Oracle pooled = Oracle.of(traffic().cores(4), 3000);
    pooled.latency().is(0.10062893081761007);
    pooled.latency(99).is(0.40042054510411984);
  }
}
