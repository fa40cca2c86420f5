package dev.fastsim.simulation;

import dev.fastsim.scenario.RateLimiter;
import java.math.BigDecimal;

/** A token bucket in exact arithmetic. */
final class ReferenceBucket {

  private final BigDecimal perNano;
  private final BigDecimal burst;
  private BigDecimal tokens;
  private long asOf;

  ReferenceBucket(RateLimiter limiter) {
    perNano = new BigDecimal(limiter.permitsPerSecond()).movePointLeft(9);
    burst = new BigDecimal(limiter.burst());
    tokens = burst;
  }

  boolean hasToken(long now) {
    tokens = burst.min(tokens.add(perNano.multiply(BigDecimal.valueOf(now - asOf))));
    asOf = now;
    return tokens.add(perNano).compareTo(BigDecimal.ONE) >= 0;
  }

  void take() {
    tokens = tokens.subtract(BigDecimal.ONE);
  }
}
