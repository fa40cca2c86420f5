package dev.fastsim.simulation;

import dev.fastsim.scenario.RateLimiter;

/**
 * A token bucket that starts full and refills continuously. What was added and taken since it was
 * full last is counted in billionths of a token, which for whole rates is exact, so that a token
 * that falls due at the very instant is found.
 */
final class TokenBucket implements Permits {

  private static final double TOKEN = 1e9;

  private final double perNano;
  private final long burst;
  private long fullAt;

  /** Tokens since then. */
  private long taken;

  TokenBucket(RateLimiter limiter) {
    this.perNano = limiter.permitsPerSecond();
    this.burst = limiter.burst();
  }

  /** Times are whole nanoseconds, so a token that falls due within one counts as there. */
  @Override
  public long nanosToPermit(long now) {
    double added = (now - fullAt) * perNano;
    if (added >= taken * TOKEN) {
      fullAt = now;
      taken = 0;
      added = 0;
    }
    return added + perNano >= (taken + 1 - burst) * TOKEN ? 0 : NEVER;
  }

  @Override
  public void take() {
    taken++;
  }

  /** Whoever finds no token is rejected. */
  @Override
  public long patience() {
    return 0;
  }
}
