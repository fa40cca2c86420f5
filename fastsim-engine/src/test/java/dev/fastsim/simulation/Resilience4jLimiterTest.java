package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.scenario.Workload;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real limiter of resilience4j on a clock set by hand, beside ours at the same times. */
class Resilience4jLimiterTest {

  private static final long NOT_GRANTED = -1;

  @Test
  void itsDefaultsAreOurs() {
    RateLimiterConfig theirs = RateLimiterConfig.ofDefaults();
    assertThat(FixedWindow.DEFAULT)
        .isEqualTo(
            new FixedWindow(
                theirs.getLimitForPeriod(),
                theirs.getLimitRefreshPeriod(),
                theirs.getTimeoutDuration()));
  }

  /** 20 000 calls of a random limiter, most of them in bursts, some after long pauses. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyCallWaitsAsLongAsThere(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FixedWindow window =
        new FixedWindow(
            random.nextInt(1, 20),
            Duration.ofNanos(random.nextLong(1, 10_000)),
            Duration.ofNanos(random.nextInt(4) == 0 ? 0 : random.nextLong(1, 60_000)));
    AtomicLong clock = new AtomicLong();
    AtomicRateLimiter theirs =
        new AtomicRateLimiter(
            "limiter",
            RateLimiterConfig.custom()
                .limitForPeriod(window.limitForPeriod())
                .limitRefreshPeriod(window.limitRefreshPeriod())
                .timeoutDuration(window.timeout())
                .build(),
            clock::get);
    Permits ours = Permits.of(window);
    long mean = Math.max(1, window.limitRefreshPeriod().toNanos() / window.limitForPeriod());
    for (int call = 0; call < 20_000; call++) {
      long pause = random.nextInt(200) == 0 ? random.nextLong(200_000) : random.nextLong(2 * mean);
      long now = clock.addAndGet(pause);
      long wait = ours.nanosToPermit(now);
      boolean granted = wait <= ours.patience();
      if (granted) {
        ours.take();
      }
      assertThat(granted ? wait : NOT_GRANTED)
          .as("call %d at %d ns of %s", call, now, window)
          .isEqualTo(theirs.reservePermission(1));
    }
  }

  /**
   * Ten requests arrive in each second, one every 100 ms, and each second has 8 permits. Until the
   * second starts whose permits are all reserved 2 s ahead, nobody is rejected; then two in each
   * second are.
   */
  @Test
  void requestsWaitAndAreRejectedWhenTheirTimeoutHasPassed() {
    RunResult run = run(new FixedWindow(8, Duration.ofSeconds(1), Duration.ofSeconds(2)));
    TimeBreakdown.Share largest = run.endpoints().get(0).breakdown().shares(1).get(0);
    assertThat(largest.category()).isEqualTo(WaitNames.LIMITER);
    assertThat(run.outcomes().completed()).isEqualTo(800);
    assertThat(run.outcomes().rejected()).isBetween(160L, 200L);
    assertThat(run.latency().max()).isBetween(1.9, 2.01);
  }

  /** Without patience, the eight first of each second get in at once, the others not at all. */
  @Test
  void withoutTimeoutRequestsAreRejectedAtOnce() {
    RunResult run = run(new FixedWindow(8, Duration.ofSeconds(1), Duration.ZERO));
    assertThat(run.outcomes().completed()).isEqualTo(800);
    assertThat(run.outcomes().rejected()).isEqualTo(199);
    assertThat(run.latency().max()).isEqualTo(0.001);
  }

  private static RunResult run(FixedWindow window) {
    Scenario scenario =
        Scenario.builder("limited")
            .rateLimiter(window)
            .workload(new Workload.OpenRate(10, Workload.OpenRate.Spacing.CONSTANT))
            .endpoint("GET /", ScenarioBuilder.cpu("work", "1 ms"))
            .runs(
                new RunPlan(
                    Duration.ofMillis(100_000).minusNanos(1), Optional.of(Duration.ZERO), 1, 1, 1))
            .build();
    return Simulation.run(scenario, 0, () -> false);
  }
}
