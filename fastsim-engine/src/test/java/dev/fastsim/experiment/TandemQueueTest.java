package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One core at 10/s, then a pool of one connection at 12/s, Poisson arrivals at 8/s: what leaves the
 * first queue is Poisson again (Burke 1956), and the times in the two are independent exponentials
 * of rates 2/s and 4/s (Reich 1957). False alarms: see {@link Oracle}.
 */
class TandemQueueTest {

  @Test
  void timeInSystemIsTheSumOfTwoIndependentExponentials() {
    Oracle tandem =
        Oracle.of(
            Scenario.builder("M/M/1 -> M/M/1")
                .pool("db", 1, Duration.ofDays(1))
                .poissonArrivals(8)
                .endpoint(
                    "serve",
                    cpu("compute", "exponential(100 ms)"),
                    io("query", "exponential(83.33333333333333 ms)", "db")),
            12_000);
    tandem.latency().is(0.75);
    tandem.latency(50).is(0.6139735886497578);
    tandem.latency(95).is(1.838069173538935);
    tandem.latency(99).is(2.6479039695602125);
  }
}
