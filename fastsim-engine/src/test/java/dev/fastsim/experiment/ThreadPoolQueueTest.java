package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Step;
import org.junit.jupiter.api.Test;

/**
 * Poisson arrivals at 36/s that wait exponentially for 100 ms on one of c = 4 threads, with six
 * places in the accept queue: M/M/c/K with K = 10, {@code p_n = p_0 (lambda/mu)^n / (n! or c!
 * c^(n-c))} (Gross and Harris, 2.5). One core is more than enough, as no I/O holds it. False
 * alarms: see {@link Oracle}.
 */
class ThreadPoolQueueTest {

  private static Oracle queue(Step step) {
    return Oracle.of(
        Scenario.builder("M/M/4/10")
            .concurrency(new Concurrency.ThreadPool(4, 6))
            .poissonArrivals(36)
            .endpoint("serve", step),
        3000);
  }

  private static ReplicaRun replica(RunResult run) {
    return run.services().get(0).replicas().get(0);
  }

  private static void assertQueue(Oracle queue) {
    queue.share(Outcomes::rejected).is(0.0671744079296289);
    queue.throughput().is(33.58172131453336);
    queue.latency().is(0.15071003388597184);
    queue.inside().is(5.061102357262586);
    queue.of(run -> replica(run).threadsInUse().mean()).is(3.358172131453336);
    queue.of(run -> replica(run).acceptQueue().mean()).is(1.7029302258092498);
  }

  @Test
  void requestsThatFindNeitherThreadNorPlaceAreRejected() {
    assertQueue(queue(io("serve", "exponential(100 ms)")));
  }

  @Test
  void blockingIoHoldsTheThreadAndNoCore() {
    assertQueue(queue(blockingIo("serve", "exponential(100 ms)")));
  }
}
