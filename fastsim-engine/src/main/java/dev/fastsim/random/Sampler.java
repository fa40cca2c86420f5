package dev.fastsim.random;

import org.apiguardian.api.API;

/**
 * Draws one value after the other from a distribution; made by {@link Distribution#sampler}.
 *
 * <p>A sampler belongs to one thread. Drawing allocates nothing.
 */
@API(status = API.Status.EXPERIMENTAL)
public abstract class Sampler {

  /**
   * The longest delay a simulation knows: 26 days. Sums of thousands of them still fit a {@code
   * long}.
   */
  public static final long MAX_NANOS = (1L << 51) - 1;

  Sampler() {}

  /** The next value, 0 or more; infinite only where the distribution overflows a {@code double}. */
  public abstract double next();

  /**
   * The next value of a distribution in nanoseconds, rounded half up (what misses a half by less
   * than a double can tell from it may go up, too) and cut off at {@link #MAX_NANOS}.
   */
  public final long nextNanos() {
    double value = next();
    return value < MAX_NANOS ? (long) (value + 0.5) : MAX_NANOS;
  }
}
