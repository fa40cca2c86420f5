package dev.fastsim.settings;

import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.units.Durations;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What settings say about a rate limiter of resilience4j.
 *
 * @param limitForPeriod {@code limit-for-period}; resilience4j's default is 50
 * @param limitRefreshPeriod {@code limit-refresh-period}; resilience4j's default is 500 ns
 * @param timeout {@code timeout-duration}; resilience4j's default is 5 s
 */
@API(status = API.Status.EXPERIMENTAL)
public record LimiterSettings(
    Taken<Integer> limitForPeriod, Taken<Duration> limitRefreshPeriod, Taken<Duration> timeout) {

  private static final String OF_RESILIENCE4J = "(resilience4j's default)";

  /** What holds where settings say nothing. */
  public static final LimiterSettings DEFAULT =
      new LimiterSettings(
          new Taken<>(FixedWindow.DEFAULT.limitForPeriod(), OF_RESILIENCE4J),
          new Taken<>(FixedWindow.DEFAULT.limitRefreshPeriod(), OF_RESILIENCE4J),
          new Taken<>(FixedWindow.DEFAULT.timeout(), OF_RESILIENCE4J));

  /** The limiter. */
  public FixedWindow window() {
    return new FixedWindow(limitForPeriod.value(), limitRefreshPeriod.value(), timeout.value());
  }

  /** {@code 100 permits from application.yml:20}. */
  public String limitText() {
    return limitForPeriod.text(value -> value + (value == 1 ? " permit" : " permits"));
  }

  /** {@code each 1 s from application.yml:21}. */
  public String periodText() {
    return limitRefreshPeriod.text(value -> "each " + Durations.format(value.toNanos()));
  }

  /** {@code timeout 0 ms from application.yml:22}. */
  public String timeoutText() {
    return timeout.text(value -> "timeout " + Durations.format(value.toNanos()));
  }

  /** All of it, for {@link dev.fastsim.scenario.Scenario#notes()}. */
  public String note(String subject) {
    return "%s: %s, %s, %s".formatted(subject, limitText(), periodText(), timeoutText());
  }
}
