package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Step;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Five erlangs (50/s for 100 ms) offered to ten servers without a queue: Erlang B, {@code B(k) = a
 * B(k-1) / (k + a B(k-1))}, whatever the distribution of the service (Erlang 1917; Sevastyanov
 * 1957). False alarms: see {@link Oracle}.
 */
class ErlangBLossTest {

  private static final double BLOCKED = 0.01838457033664814;
  private static final double CARRIED = 4.908077148316759;
  private static final long SECONDS = 2500;

  private static ScenarioBuilder traffic() {
    return Scenario.builder("Erlang B").poissonArrivals(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 ms", "exponential(100 ms)", "hyperexponential(mean=100 ms, cv=2)"})
  void poolWithoutPatienceIsInsensitiveToTheServiceTime(String time) {
    Oracle pool =
        Oracle.of(
            traffic().pool("db", 10, Duration.ZERO).endpoint("query", io("query", time, "db")),
            SECONDS);
    pool.share(Outcomes::timedOut).is(BLOCKED);
    pool.of(run -> run.services().get(0).pools().get(0).inUse().get(0).mean()).is(CARRIED);
  }

  @Test
  void coresDoNotMatterWhereThePoolIsTheBottleneck() {
    Step query =
        new Step.Io(
            "query", Distribution.ofDurations("exponential(100 ms)"), Optional.of("db"), true);
    Oracle pool =
        Oracle.of(
            traffic().cores(100).pool("db", 10, Duration.ZERO).endpoint("query", query), SECONDS);
    pool.share(Outcomes::timedOut).is(BLOCKED);
    pool.coresHeld().is(CARRIED);
  }

  @Test
  void coresWithoutAQueueLoseTheSame() {
    Oracle cores =
        Oracle.of(
            traffic().cores(10).maxQueue(0).endpoint("query", blockingIo("query", "100 ms")),
            SECONDS);
    cores.share(Outcomes::rejected).is(BLOCKED);
    cores.coresHeld().is(CARRIED);
  }
}
