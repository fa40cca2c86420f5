package dev.fastsim.simulation;

/** Adds what is always recorded together to a request. */
@FunctionalInterface
interface RecordedSteps {

  /** Adds the steps to a request that is being recorded. */
  void record(Request request);
}
