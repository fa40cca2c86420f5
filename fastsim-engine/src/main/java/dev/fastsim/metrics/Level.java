package dev.fastsim.metrics;

/**
 * A number that changes over time, such as a queue's length.
 *
 * @param mean averaged over the measured time
 * @param max largest value that lasted, for however short a time, in the measured time
 */
public record Level(double mean, double max) {

  /** A number that is always the same. */
  public static Level constant(double value) {
    return new Level(value, value);
  }

  /**
   * The level over the rest of a time whose start had another mean; the maximum is that of the
   * whole.
   *
   * @param earlier over the start
   * @param part that the start takes of the time, from 0 up to but not including 1
   */
  public Level since(Level earlier, double part) {
    double rest = mean == earlier.mean ? mean : (mean - part * earlier.mean) / (1 - part);
    return new Level(rest, max);
  }
}
