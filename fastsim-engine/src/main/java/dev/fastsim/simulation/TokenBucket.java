package dev.fastsim.simulation;

import dev.fastsim.scenario.RateLimiter;

/** A token bucket that starts full and refills continuously. */
final class TokenBucket implements Permits {

  private final double perNano;
  private final double burst;
  private double tokens;
  private long asOf;

  TokenBucket(RateLimiter limiter) {
    this.perNano = limiter.permitsPerSecond() / 1e9;
    this.burst = limiter.burst();
    this.tokens = burst;
  }

  /** Times are whole nanoseconds, so a token that falls due within one counts as there. */
  @Override
  public long nanosToPermit(long now) {
    tokens = Math.min(burst, tokens + (now - asOf) * perNano);
    asOf = now;
    return tokens >= 1 - perNano ? 0 : NEVER;
  }

  @Override
  public void take() {
    tokens -= 1;
  }

  /** Whoever finds no token is rejected. */
  @Override
  public long patience() {
    return 0;
  }
}
