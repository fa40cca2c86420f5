package dev.fastsim.simulation;

import dev.fastsim.scenario.FixedWindow;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Periods of permits; every permit that was given is written down with its period. */
final class ReferenceWindow implements ReferenceLimiter {

  private final FixedWindow window;
  private final long period;
  private final Map<Long, Integer> given = new HashMap<>();

  /** The period whose permits are given next. */
  private long next;

  ReferenceWindow(FixedWindow window) {
    this.window = window;
    this.period = window.limitRefreshPeriod().toNanos();
  }

  @Override
  public long nanosToPermit(long now) {
    next = Math.max(next, now / period);
    while (given.getOrDefault(next, 0) == window.limitForPeriod()) {
      next++;
    }
    return Math.max(0, next * period - now);
  }

  @Override
  public long patience() {
    return BigInteger.valueOf(window.timeout().getSeconds())
        .multiply(BigInteger.valueOf(1_000_000_000))
        .add(BigInteger.valueOf(window.timeout().getNano()))
        .min(BigInteger.valueOf(Long.MAX_VALUE / 2))
        .longValueExact();
  }

  @Override
  public void take() {
    given.merge(next, 1, Integer::sum);
  }
}
