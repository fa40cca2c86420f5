package dev.fastsim.scenario;

import java.time.Duration;

/**
 * The limiter of resilience4j: time is cut into periods, counted from the start of a run, and each
 * period has so many permits. What was not used is lost when the next period begins.
 *
 * <p>A request that finds no permit reserves one of a later period, as long as it can have it
 * within the timeout, and waits for it; first come, first served. One that cannot waits, too, until
 * its timeout has passed, and is rejected then, as resilience4j's blocking {@code
 * acquirePermission} does.
 *
 * @param limitForPeriod permits of each period, at least 1; resilience4j's default is 50
 * @param limitRefreshPeriod length of a period, at least 1 ns; resilience4j's default is 500 ns
 * @param timeout longest wait for a permit, not negative; zero rejects at once; resilience4j's
 *     default is 5 s
 */
public record FixedWindow(int limitForPeriod, Duration limitRefreshPeriod, Duration timeout)
    implements Limiter {

  /** With resilience4j's defaults. */
  public static final FixedWindow DEFAULT =
      new FixedWindow(50, Duration.ofNanos(500), Duration.ofSeconds(5));

  public FixedWindow {
    Check.that(limitForPeriod >= 1, "limitForPeriod must be at least 1, but is %s", limitForPeriod);
    Check.longerThanNothing("limitRefreshPeriod", limitRefreshPeriod);
    Check.that(!timeout.isNegative(), "timeout must not be negative, but is %s", timeout);
  }
}
