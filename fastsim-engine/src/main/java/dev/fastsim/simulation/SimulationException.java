package dev.fastsim.simulation;

/** A replication that cannot be simulated to its end. */
public final class SimulationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SimulationException(String message) {
    super(message);
  }
}
