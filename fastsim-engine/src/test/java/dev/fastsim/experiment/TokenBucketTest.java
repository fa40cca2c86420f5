package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bucket that starts full. False alarms: see {@link Oracle}. */
class TokenBucketTest {

  /**
   * 100 tokens a second, a burst of 10. What the bucket lacks is the work in an M/D/1 queue that
   * turns away at (b - 1) / r: with {@code G(v) = sum over k of (-lambda (v - k/r))^k / k!
   * e^(lambda (v - k/r))}, {@code P = 1 - G / (1 + lambda / r G)} (by level crossing).
   */
  @ParameterizedTest
  @CsvSource({"80, 0.003639231140254471", "100, 0.05084745763072884", "150, 0.3333970149535928"})
  void poissonTrafficIsRejectedAsInAFiniteMD1Queue(double arrivalsPerSecond, double rejected) {
    Oracle bucket =
        Oracle.of(
            Scenario.builder("bucket")
                .rateLimiter(new RateLimiter(100, 10))
                .poissonArrivals(arrivalsPerSecond)
                .endpoint("nothing"),
            5000);
    bucket.share(Outcomes::rejected).is(rejected);
  }

  @Test
  void endpointsOwnBucketRejectsTheSame() {
    Oracle bucket =
        Oracle.of(
            Scenario.builder("bucket")
                .poissonArrivals(100)
                .endpoint(
                    new Endpoint(
                        "nothing",
                        1,
                        Optional.of(new RateLimiter(100, 10)),
                        new Body.Fixed(List.of()))),
            1000);
    bucket.share(Outcomes::rejected).is(0.05084745763072884);
  }

  @Test
  void constantTrafficGetsTheBurstAndTheRefill() {
    Outcomes outcomes = constant(150, new RateLimiter(100, 50), Duration.ofSeconds(10));
    assertThat(outcomes.completed()).isBetween(1049L, 1051L);
    assertThat(outcomes.offered()).isEqualTo(1500);
  }

  /** Times are whole nanoseconds, so the gaps between such arrivals are now and then 1 ns short. */
  @ParameterizedTest
  @ValueSource(doubles = {3, 7, 30, 60, 70, 110, 900, 1234.5})
  void constantTrafficAtThePermittedRateIsAdmitted(double perSecond) {
    Outcomes outcomes = constant(perSecond, new RateLimiter(perSecond, 1), Duration.ofMinutes(10));
    assertThat(outcomes.rejected()).isZero();
  }

  private static Outcomes constant(double perSecond, RateLimiter limiter, Duration duration) {
    return Experiment.run(
            Scenario.builder("bucket")
                .rateLimiter(limiter)
                .workload(new Workload.OpenRate(perSecond, Spacing.CONSTANT))
                .endpoint("nothing")
                .runs(new RunPlan(duration, Duration.ZERO, 1, 1, 1))
                .build())
        .outcomes();
  }
}
