package dev.fastsim.simulation;

import dev.fastsim.scenario.RateLimiter;
import java.math.BigDecimal;

/** A token bucket in exact arithmetic. */
final class ReferenceBucket implements ReferenceLimiter {

  private final BigDecimal perNano;
  private final BigDecimal burst;
  private BigDecimal tokens;
  private long asOf;

  ReferenceBucket(RateLimiter limiter) {
    perNano = new BigDecimal(limiter.permitsPerSecond()).movePointLeft(9);
    burst = new BigDecimal(limiter.burst());
    tokens = burst;
  }

  @Override
  public long nanosToPermit(long now) {
    tokens = burst.min(tokens.add(perNano.multiply(BigDecimal.valueOf(now - asOf))));
    asOf = now;
    return tokens.add(perNano).compareTo(BigDecimal.ONE) >= 0 ? 0 : NEVER;
  }

  @Override
  public long patience() {
    return 0;
  }

  @Override
  public void take() {
    tokens = tokens.subtract(BigDecimal.ONE);
  }
}
