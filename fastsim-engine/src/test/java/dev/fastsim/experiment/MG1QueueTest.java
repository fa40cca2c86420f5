package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import org.junit.jupiter.api.Test;

/**
 * One core and bursts of 10 ms on average. Poisson arrivals: {@code Wq = lambda E[S^2] / (2 (1 -
 * rho))} (Pollaczek 1930, Khinchine 1932). False alarms: see {@link Oracle}.
 */
class MG1QueueTest {

  private static Oracle queue(double arrivalsPerSecond, long seconds, Step... steps) {
    return Oracle.of(
        Scenario.builder("M/G/1").poissonArrivals(arrivalsPerSecond).endpoint("serve", steps),
        seconds);
  }

  /** Percentiles of the lag: Crommelin 1932. */
  @Test
  void constantBurstsWaitHalfAsLongAsExponentialOnes() {
    Oracle md1 = queue(80, 2000, cpu("serve", "10 ms"));
    md1.lag().is(0.02);
    md1.latency().is(0.03);
    md1.readyQueue().is(1.6);
    md1.coresHeld().is(0.8);
    md1.lag(50).is(0.012759398733762351);
    md1.lag(95).is(0.06620324996840724);
    md1.lag(99).is(0.10355886791994962);
    md1.latency(99).is(0.11355886791994961);
  }

  /** A standard deviation of twice the mean. */
  @Test
  void lognormalBurstsWaitInProportionToTheirSecondMoment() {
    Oracle queue = queue(70, 4000, cpu("serve", "lognormal(mean=10 ms, sd=20 ms)"));
    queue.lag().is(0.058333333333333355);
    queue.latency().is(0.06833333333333336);
    queue.readyQueue().is(4.083333333333335);
    queue.inside().is(4.783333333333335);
  }

  /** Consecutive steps keep the core. Percentiles: numeric inversion of the P-K transform. */
  @Test
  void twoExponentialStepsAreOneErlangBurst() {
    Oracle queue =
        queue(80, 2000, cpu("parse", "exponential(5 ms)"), cpu("render", "exponential(5 ms)"));
    queue.lag().is(0.03);
    queue.latency().is(0.04);
    queue.inside().is(3.2);
    queue.latency(50).is(0.02894304281462756);
    queue.latency(95).is(0.11318037808346439);
    queue.latency(99).is(0.1720586447267305);
  }

  /**
   * Arrivals in equal steps at 80/s: {@code sigma = e^(-mu (1 - sigma) / lambda)} of them wait, and
   * time in system is exponential with rate {@code mu (1 - sigma)} (Gross and Harris, 5.3).
   */
  @Test
  void regularArrivalsWaitLess() {
    Oracle dm1 =
        Oracle.of(
            Scenario.builder("D/M/1")
                .workload(new Workload.OpenRate(80, Workload.OpenRate.Spacing.CONSTANT))
                .endpoint("serve", cpu("serve", "exponential(10 ms)")),
            2000);
    dm1.noLag().is(1 - 0.6286297964969466);
    dm1.lag().is(0.016927308399198968);
    dm1.latency().is(0.026927308399198966);
    dm1.latency(95).is(0.08066700681142179);
    dm1.latency(99).is(0.12400483782889782);
  }
}
