package dev.fastsim.experiment;

import java.time.Duration;

/**
 * The start of each replication that is simulated but not measured.
 *
 * @param length of it
 * @param origin where the length comes from
 */
public record WarmUp(Duration length, Origin origin) {

  /** Where the length of a warm-up comes from. */
  public enum Origin {
    /** The run plan gives it. */
    GIVEN,
    /** It was found by the rule MSER-5 in runs ahead. */
    FOUND,
    /**
     * No steady state was found in the first half of the runs ahead, so half is left out; the
     * scenario has none, or the replications are too short to show it.
     */
    NOT_FOUND,
    /** The scenario has faults, whose times count from the start, so that nothing is left out. */
    FAULTS,
    /**
     * The traffic comes in stages, whose times count from the start, so that nothing is left out.
     */
    STAGES
  }
}
