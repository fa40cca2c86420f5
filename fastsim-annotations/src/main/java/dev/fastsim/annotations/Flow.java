package dev.fastsim.annotations;

import dev.fastsim.annotations.internal.Recording;
import java.time.Duration;

/**
 * What an endpoint's body asks of the simulation. Every answer depends on the seed alone.
 *
 * <p>The methods work inside the body of an {@link Endpoint} while it is simulated, and throw
 * {@link IllegalStateException} anywhere else.
 */
public final class Flow {

  private Flow() {}

  /**
   * Decides at random.
   *
   * @param probability of {@code true}, from 0 to 1
   * @return {@code true} with that probability
   * @throws IllegalArgumentException if the probability is outside 0 to 1
   */
  public static boolean chance(double probability) {
    return Recording.current("Flow.chance").chance(probability);
  }

  /**
   * Draws a number.
   *
   * @param distribution of plain numbers: {@code "uniform(0, 1)"}, {@code "zipf(1000, 1.1)"},
   *     {@code "lognormal(median=3, p99=40)"}
   * @return the number drawn
   * @throws IllegalArgumentException if the text is not such a distribution
   */
  public static double sample(String distribution) {
    return Recording.current("Flow.sample").sample(distribution);
  }

  /**
   * Tells the simulated time.
   *
   * @return the time from the start of the replication to the arrival of this request
   */
  public static Duration now() {
    return Duration.ofNanos(Recording.current("Flow.now").nowNanos());
  }
}
