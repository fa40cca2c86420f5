package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * Poisson arrivals at 8/s, exponential bursts of 100 ms, one core: time in system is exponential
 * with rate mu - lambda (Gross and Harris, <i>Fundamentals of Queueing Theory</i>, ch. 2;
 * Harchol-Balter 2013, ch. 13). False alarms: see {@link Oracle}.
 */
class MM1QueueTest {

  private static final Oracle QUEUE =
      Oracle.of(
          Scenario.builder("M/M/1")
              .poissonArrivals(8)
              .endpoint("serve", cpu("serve", "exponential(100 ms)")),
          20_000);

  @Test
  void meanTimeInSystemIsOneOverMuMinusLambda() {
    QUEUE.latency().is(0.5);
  }

  @Test
  void timeInSystemIsExponential() {
    QUEUE.latency(50).is(0.34657359027997264);
    QUEUE.latency(95).is(1.4978661367769954);
    QUEUE.latency(99).is(2.302585092994046);
  }

  @Test
  void readyQueueLagExceedsTWithProbabilityRhoTimesTheTailOfTheTimeInSystem() {
    QUEUE.noLag().is(0.2);
    QUEUE.lag().is(0.4);
    QUEUE.lag(50).is(0.23500181462286782);
    QUEUE.lag(95).is(1.3862943611198906);
    QUEUE.lag(99).is(2.1910133173369406);
  }

  @Test
  void coreIsBusyForAShareOfRho() {
    QUEUE.coresHeld().is(0.8);
  }

  @Test
  void numbersInsideAndWaitingFollowFromLittlesLaw() {
    QUEUE.inside().is(4);
    QUEUE.readyQueue().is(3.2);
  }
}
