package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Percentile;
import dev.fastsim.annotations.ReadyQueueLagSla;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UtilizationSla;
import org.junit.jupiter.api.Test;

/** One class for each rule about limits. */
class PromiseMistakesTest {

  @ArrivalRate("1/s")
  @LatencySla
  @UtilizationSla
  @ReadyQueueLagSla
  @ThroughputSla(min = "")
  static class Empty {
    @Endpoint
    @LatencySla
    void go() {}

    @Endpoint
    void byDefault() {}
  }

  @Test
  void anSlaMustSetALimit() {
    assertThat(Refusal.of(Empty.class))
        .containsExactly(
            "PromiseMistakesTest.Empty @LatencySla: it sets no limit; give at least one of mean,"
                + " p50, p90, p95, p99, p999, max, percentiles",
            "PromiseMistakesTest.Empty @ThroughputSla: it sets no limit; give at least one of min",
            "PromiseMistakesTest.Empty @UtilizationSla: it sets no limit; give at least one of cpu,"
                + " ram, pools",
            "PromiseMistakesTest.Empty @ReadyQueueLagSla: it sets no limit; give at least one of"
                + " mean, p50, p95, p99, max",
            "PromiseMistakesTest.Empty.go @LatencySla: it sets no limit; give at least one of mean,"
                + " p50, p90, p95, p99, p999, max, percentiles");
  }

  @ArrivalRate("1/s")
  static class Twice {
    @Endpoint
    @LatencySla(
        p95 = "120 ms",
        percentiles = {
          @Percentile(value = 95, limit = "130 ms"),
          @Percentile(value = 99.5, limit = "1 s"),
          @Percentile(value = 99.5, limit = "2 s")
        })
    void go() {}
  }

  @Test
  void aPercentileIsLimitedOnce() {
    assertThat(Refusal.of(Twice.class))
        .containsExactly(
            "PromiseMistakesTest.Twice.go @LatencySla(percentiles): p95 is limited twice; keep one"
                + " limit",
            "PromiseMistakesTest.Twice.go @LatencySla(percentiles): p99.5 is limited twice; keep"
                + " one limit");
  }

  @ArrivalRate("1/s")
  static class OutOfRange {
    @Endpoint
    @LatencySla(
        mean = "0 ms",
        p95 = "120",
        percentiles = {
          @Percentile(value = 100, limit = "1 s"),
          @Percentile(value = 50, limit = "")
        })
    @ThroughputSla(min = "0/s")
    @ErrorRateSla(max = "101%")
    void go() {}
  }

  @Test
  void limitsAndPercentilesMustBePossible() {
    assertThat(Refusal.of(OutOfRange.class))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .isEqualTo(
                        "PromiseMistakesTest.OutOfRange.go @LatencySla(mean): a limit must be more"
                            + " than 0, but is '0 ms'"),
            one ->
                assertThat(one)
                    .startsWith(
                        "PromiseMistakesTest.OutOfRange.go @LatencySla(p95): '120' is not a"
                            + " duration"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "PromiseMistakesTest.OutOfRange.go @LatencySla(percentiles): a percentile"
                            + " must be above 0 and below 100, but is 100.0"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "PromiseMistakesTest.OutOfRange.go @LatencySla(percentiles): the limit of"
                            + " 50.0 is empty"),
            one ->
                assertThat(one)
                    .isEqualTo(
                        "PromiseMistakesTest.OutOfRange.go @ThroughputSla(min): a limit must be"
                            + " more than 0, but is '0/s'"),
            one ->
                assertThat(one)
                    .startsWith(
                        "PromiseMistakesTest.OutOfRange.go @ErrorRateSla(max): '101%' is not a"
                            + " share"));
  }

  @ArrivalRate("1/s")
  @UtilizationSla(ram = "80%", pools = "80%")
  static class NothingToUse {
    @Endpoint
    void go() {}
  }

  @Test
  void utilizationNeedsAResource() {
    assertThat(Refusal.of(NothingToUse.class))
        .containsExactly(
            "PromiseMistakesTest.NothingToUse @UtilizationSla(ram): the service has memory without"
                + " limit; set @Server(ram = ...)",
            "PromiseMistakesTest.NothingToUse @UtilizationSla(pools): the service has no pools; add"
                + " a @ConnectionPool");
  }
}
