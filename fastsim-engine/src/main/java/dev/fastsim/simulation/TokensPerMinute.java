package dev.fastsim.simulation;

/**
 * A bucket that holds the tokens of a minute, starts full and refills continuously. It counts in
 * parts of a token, one of which flows in for each nanosecond and each token of the limit, so that
 * it is exact.
 */
final class TokensPerMinute {

  private static final long PARTS = 60_000_000_000L;

  private final int limit;
  private final long capacity;
  private long level;
  private long asOf;

  TokensPerMinute(int limit) {
    this.limit = limit;
    this.capacity = limit * PARTS;
    this.level = capacity;
  }

  /** When so many tokens are there, or the bucket is full: now, or later. */
  long time(long tokens, long now) {
    refill(now);
    long missing = needed(tokens) - level;
    return missing <= 0 ? now : now + (missing + limit - 1) / limit;
  }

  /** Takes tokens that are there. */
  void take(long tokens, long now) {
    refill(now);
    level -= needed(tokens);
  }

  private long needed(long tokens) {
    return Math.min(tokens, limit) * PARTS;
  }

  private void refill(long now) {
    long elapsed = now - asOf;
    boolean fills = elapsed >= PARTS || elapsed * limit >= capacity - level;
    level = fills ? capacity : level + elapsed * limit;
    asOf = now;
  }
}
