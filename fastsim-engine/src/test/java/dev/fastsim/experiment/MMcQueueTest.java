package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * Poisson arrivals at 15/s, exponential bursts of 100 ms, two cores behind one ready queue; Erlang
 * C (Erlang 1917; Gross and Harris, 2.3): {@code P(W <= t) = 1 - e^(-mu t) - C mu / (c mu - lambda
 * - mu) (e^(-mu t) - e^(-(c mu - lambda) t))}. False alarms: see {@link Oracle}.
 */
class MMcQueueTest {

  private static final Oracle QUEUE =
      Oracle.of(
          Scenario.builder("M/M/2")
              .cores(2)
              .poissonArrivals(15)
              .endpoint("serve", cpu("serve", "exponential(100 ms)")),
          15_000);

  @Test
  void waitingProbabilityIsErlangC() {
    QUEUE.noLag().is(1 - 0.6428571428571428);
  }

  @Test
  void meansFollowFromErlangC() {
    QUEUE.lag().is(0.12857142857142856);
    QUEUE.latency().is(0.22857142857142856);
    QUEUE.readyQueue().is(1.9285714285714284);
    QUEUE.inside().is(3.4285714285714284);
    QUEUE.coresHeld().is(1.5);
  }

  @Test
  void percentilesFollowFromErlangC() {
    QUEUE.latency(50).is(0.16880679229042111);
    QUEUE.latency(95).is(0.647658099896964);
    QUEUE.latency(99).is(0.9709503441786985);
    QUEUE.lag(50).is(0.0502628856561812);
    QUEUE.lag(95).is(0.5107799042549901);
    QUEUE.lag(99).is(0.8326674867418102);
  }
}
