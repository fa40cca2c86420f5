package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * Poisson arrivals at 90/s, exponential bursts of 10 ms, one core, K = 10 places, of which nine
 * wait: {@code p_K = (1 - rho) rho^K / (1 - rho^(K+1))} (Gross and Harris, 2.5). False alarms: see
 * {@link Oracle}.
 */
class MM1KQueueTest {

  private static final Oracle QUEUE =
      Oracle.of(
          Scenario.builder("M/M/1/10")
              .maxQueue(9)
              .poissonArrivals(90)
              .endpoint("serve", cpu("serve", "exponential(10 ms)")),
          2000);

  @Test
  void requestsThatFindEveryPlaceTakenAreRejected() {
    QUEUE.share(Outcomes::rejected).is(0.05081373132741239);
    QUEUE.throughput().is(85.42676418053289);
  }

  @Test
  void coreIsIdleWhenNobodyIsInside() {
    QUEUE.coresHeld().is(1 - 0.14573235819467112);
  }

  @Test
  void acceptedRequestsWaitForThoseBeforeThem() {
    QUEUE.latency().is(0.04646600672123705);
    QUEUE.lag().is(0.03646600672123705);
    QUEUE.inside().is(3.969440598586174);
    QUEUE.readyQueue().is(3.115172956780845);
  }
}
