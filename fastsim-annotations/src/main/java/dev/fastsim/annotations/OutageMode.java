package dev.fastsim.annotations;

/** What becomes of the requests inside a replica that goes down. */
public enum OutageMode {
  /** They are still served. */
  DRAIN,
  /** They are <em>dropped</em>. */
  KILL
}
