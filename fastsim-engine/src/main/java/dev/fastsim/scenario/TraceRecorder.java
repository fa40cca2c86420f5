package dev.fastsim.scenario;

/** Receives the steps of one request, and answers what its body asks. */
public interface TraceRecorder {

  /**
   * The request takes a step next.
   *
   * @param step index into {@link ProgramSource#vocabulary()}
   */
  void step(int step);

  /** True with the given probability, from 0 to 1. */
  boolean chance(double probability);

  /** Draws from a distribution of plain numbers, given as text. */
  double sample(String distribution);

  /** Arrival time of the request, in nanoseconds since the start of the replication. */
  long nowNanos();
}
