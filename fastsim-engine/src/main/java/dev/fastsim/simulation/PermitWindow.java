package dev.fastsim.simulation;

import dev.fastsim.scenario.FixedWindow;
import java.time.Duration;

/**
 * Permits that are renewed each period. Reserved ones are a debt: the count is negative then, and
 * each period pays off what it has.
 */
final class PermitWindow implements Permits {

  /** Longer than any run, and short enough to be added to a time. */
  private static final Duration PATIENCE_MOST = Duration.ofDays(400);

  private final long period;
  private final long limit;
  private final long patience;

  /** The period that the count is of. */
  private long current;

  private long permits;

  PermitWindow(FixedWindow window) {
    this.period = window.limitRefreshPeriod().toNanos();
    this.limit = window.limitForPeriod();
    this.patience =
        (window.timeout().compareTo(PATIENCE_MOST) > 0 ? PATIENCE_MOST : window.timeout())
            .toNanos();
    this.permits = limit;
  }

  @Override
  public long nanosToPermit(long now) {
    long elapsed = now / period - current;
    if (elapsed > 0) {
      current += elapsed;
      boolean isPaidOff = elapsed >= (limit - permits + limit - 1) / limit;
      permits = isPaidOff ? limit : permits + elapsed * limit;
    }
    if (permits > 0) {
      return 0;
    }
    long further = -permits / limit;
    return (current + 1 + further) * period - now;
  }

  @Override
  public void take() {
    permits--;
  }

  @Override
  public long patience() {
    return patience;
  }
}
