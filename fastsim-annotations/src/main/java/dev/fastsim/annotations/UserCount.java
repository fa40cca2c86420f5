package dev.fastsim.annotations;

/** How the number of active users varies from window to window. */
public enum UserCount {
  /** Always the mean. */
  CONSTANT,
  /** A Poisson number. */
  POISSON,
  /** A normal number, redrawn while negative; it need not be whole. */
  NORMAL
}
