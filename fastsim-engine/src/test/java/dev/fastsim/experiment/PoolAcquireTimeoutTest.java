package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * M/M/c+D: 190/s hold one of ten connections for 50 ms and give up after 100 ms. The virtual wait
 * has density {@code lambda p_(c-1) e^(-(c mu - lambda) x)} up to the timeout and {@code e^(lambda
 * tau - c mu x)} in proportion beyond (Baccelli and Hebuterne 1981). False alarms: see {@link
 * Oracle}.
 */
class PoolAcquireTimeoutTest {

  private static final Oracle POOL =
      Oracle.of(
          Scenario.builder("M/M/10+D")
              .pool("db", 10, Duration.ofMillis(100))
              .poissonArrivals(190)
              .endpoint("query", io("query", "exponential(50 ms)", "db")),
          1600);

  @Test
  void requestsWhoseWaitWouldExceedTheTimeoutGiveUp() {
    POOL.share(Outcomes::timedOut).is(0.021344261228845245);
    POOL.throughput().is(185.9445903665194);
  }

  @Test
  void connectionsAreInUseInProportionToTheThroughput() {
    POOL.of(run -> run.services().get(0).pools().get(0).inUse().get(0).mean()).is(9.29722951832597);
  }

  @Test
  void waitsAreCutOffAtTheTimeout() {
    POOL.latency().is(0.05 + 0.031331129783825774);
    POOL.of(run -> run.services().get(0).pools().get(0).waiting().get(0).mean())
        .is(190 * 0.03279681608800947);
  }
}
