package dev.fastsim.scenario;

/**
 * A token bucket that starts full and refills continuously; a request that finds less than one
 * token is rejected.
 *
 * @param permitsPerSecond tokens added each second, positive and finite
 * @param burst capacity, at least 1
 */
public record RateLimiter(double permitsPerSecond, int burst) implements Limiter {
  public RateLimiter {
    Check.that(
        permitsPerSecond > 0 && Double.isFinite(permitsPerSecond),
        "permitsPerSecond must be positive and finite, but is %s",
        permitsPerSecond);
    Check.that(burst >= 1, "burst must be at least 1, but is %s", burst);
  }
}
