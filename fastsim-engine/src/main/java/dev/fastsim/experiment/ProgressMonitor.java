package dev.fastsim.experiment;

/**
 * Watches an experiment and may stop it. Its methods are called from the threads that run
 * replications, possibly at the same time.
 */
@FunctionalInterface
public interface ProgressMonitor {

  /** Whether to stop; polled now and then. */
  boolean isCancelled();

  /**
   * A replication came to its end.
   *
   * @param done replications that came to their end so far, this one included
   * @param planned replications wanted so far; grows while the result is not good enough
   */
  default void replicationDone(int done, int planned) {}
}
