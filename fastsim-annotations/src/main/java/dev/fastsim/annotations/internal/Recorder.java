package dev.fastsim.annotations.internal;

/** Receives what an endpoint's body does. One for each model class loader; single-threaded. */
public interface Recorder {

  /**
   * A step method was entered.
   *
   * @param step the number the method was woven with
   */
  void step(int step);

  /** A loop in model code jumped back. */
  void loop();

  /** Decides at random; see {@link dev.fastsim.annotations.Flow#chance}. */
  boolean chance(double probability);

  /** Draws a number; see {@link dev.fastsim.annotations.Flow#sample}. */
  double sample(String distribution);

  /** The arrival time of the request being recorded, in nanoseconds since the start. */
  long nowNanos();
}
