package dev.fastsim.annotations;

/** How arrivals at a given rate are spaced. */
public enum ArrivalProcess {
  /** Independent exponential gaps, as of many independent clients. */
  POISSON,
  /** Equal gaps, as of a load generator that keeps a constant pace. */
  CONSTANT
}
