package dev.fastsim.benchmarks.peers;

/** The first service: M/M/1. Two events a customer, arrival and departure. */
public final class SingleQueue {

  /** Customers per second. */
  public static final double ARRIVAL_RATE = 800;

  /** Mean service time in nanoseconds. */
  public static final double SERVICE_NANOS = 1e6;

  static final double BETWEEN_ARRIVALS_NANOS = 1e9 / ARRIVAL_RATE;

  private SingleQueue() {}
}
