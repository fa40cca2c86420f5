package dev.fastsim.scenario;

/** A replication that cannot be simulated to its end. */
public final class SimulationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Fails with a message that says why, and what to do about it. */
  public SimulationException(String message) {
    super(message);
  }
}
