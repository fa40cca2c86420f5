package dev.fastsim.metrics;

/**
 * How the requests that arrived in the measured time ended. Every one is counted exactly once:
 * {@code offered = completed + dropped + rejected + timedOut + inFlight}.
 *
 * @param offered requests that arrived
 * @param completed responses the clients received
 * @param dropped lost on a link
 * @param rejected turned away by a rate limiter or a full queue
 * @param timedOut gave up waiting for a connection
 * @param inFlight still inside at the end of the run
 */
public record Outcomes(
    long offered, long completed, long dropped, long rejected, long timedOut, long inFlight) {

  /** No request. */
  public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0);

  /** These and the others together. */
  public Outcomes plus(Outcomes other) {
    return new Outcomes(
        offered + other.offered,
        completed + other.completed,
        dropped + other.dropped,
        rejected + other.rejected,
        timedOut + other.timedOut,
        inFlight + other.inFlight);
  }

  /** These without the earlier ones of the same run. */
  public Outcomes since(Outcomes earlier) {
    return new Outcomes(
        offered - earlier.offered,
        completed - earlier.completed,
        dropped - earlier.dropped,
        rejected - earlier.rejected,
        timedOut - earlier.timedOut,
        inFlight - earlier.inFlight);
  }

  /** Requests that ended without a response the client received. */
  public long failed() {
    return dropped + rejected + timedOut;
  }

  /** Failed requests as a share of those that ended; NaN if none ended. */
  public double errorRate() {
    return (double) failed() / (completed + failed());
  }

  /** Whether the counts add up to the requests offered. */
  public boolean addUp() {
    return offered == completed + failed() + inFlight;
  }
}
