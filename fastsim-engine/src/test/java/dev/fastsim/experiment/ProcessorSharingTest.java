package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Poisson arrivals, bursts of 10 ms on average, and threads enough for everybody: {@code E[T] =
 * E[S] / (1 - rho)} whatever the distribution of S, and {@code E[T | S = x] = x / (1 - rho)}
 * (Kleinrock, Queueing Systems, vol. 2, 1976, section 4.4). False alarms: see {@link Oracle}.
 */
class ProcessorSharingTest {

  private static final Concurrency THREADS =
      new Concurrency.ThreadPool(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static ScenarioBuilder scenario(double arrivalsPerSecond) {
    return Scenario.builder("M/G/1-PS").concurrency(THREADS).poissonArrivals(arrivalsPerSecond);
  }

  private static void assertInsensitive(String burst, long seconds) {
    Oracle queue = Oracle.of(scenario(70).endpoint("serve", cpu("serve", burst)), seconds);
    queue.latency().is(0.03333333333333333);
    queue.inside().is(2.3333333333333335);
    queue.lag().is(0.03333333333333333 - 0.01);
    queue.readyQueue().is(2.3333333333333335 - 0.7);
    queue.coresHeld().is(0.7);
  }

  @Test
  void constantBurstsTakeAsLongAsAnyOther() {
    assertInsensitive("10 ms", 1500);
  }

  /** In a FIFO queue they would wait 58 ms; see {@link MG1QueueTest}. */
  @Test
  void lognormalBurstsOfFourTimesTheVarianceDoNotWaitLonger() {
    assertInsensitive("lognormal(mean=10 ms, sd=20 ms)", 2500);
  }

  /** Eight of nine requests take 5 ms, the others 50 ms. */
  @Test
  void everyBurstIsSlowedDownByTheSameFactor() {
    Oracle queue =
        Oracle.of(
            scenario(70)
                .endpoint(endpoint("short", 8, "5 ms"))
                .endpoint(endpoint("long", 1, "50 ms")),
            2000);
    mean(queue, 0).is(0.016666666666666666);
    mean(queue, 1).is(0.16666666666666669);
  }

  private static Endpoint endpoint(String name, double weight, String time) {
    return new Endpoint(
        name, weight, Optional.empty(), new Body.Fixed(List.of(cpu(name + " burst", time))));
  }

  private static Oracle.Measured mean(Oracle queue, int endpoint) {
    return queue.of(
        run -> {
          EndpointRun its = run.endpoints().get(endpoint);
          return its.latency().mean();
        });
  }

  /** As many are inside as in M/M/2, since both finish as much in every state (Erlang 1917). */
  @Test
  void twoCoresShareAmongMoreThanTwoOnly() {
    Oracle queue =
        Oracle.of(
            scenario(150).cores(2).endpoint("serve", cpu("serve", "exponential(10 ms)")), 1500);
    queue.latency().is(0.022857142857142857);
    queue.inside().is(3.4285714285714284);
    queue.coresHeld().is(1.5);
  }
}
