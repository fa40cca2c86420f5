package dev.fastsim.benchmarks.peers;

/**
 * The second service: an event loop on one core. A request travels a link, computes, waits for I/O,
 * computes, and travels back. Six events a request: arrival, two ends of links, two of bursts, one
 * of a wait.
 */
public final class EventLoop {

  /** Requests per second. */
  public static final double ARRIVAL_RATE = 600;

  /** Mean latency of the exponential links, in nanoseconds. */
  public static final double LINK_NANOS = 3e6;

  /** The first burst, in nanoseconds. */
  public static final long PARSE_NANOS = 1_000_000;

  /** Mean of the exponential wait, in nanoseconds. */
  public static final double IO_NANOS = 10e6;

  /** The second burst, in nanoseconds. */
  public static final long RENDER_NANOS = 500_000;

  /** Events a request comes to if each is counted. */
  public static final int EVENTS = 6;

  static final double BETWEEN_ARRIVALS_NANOS = 1e9 / ARRIVAL_RATE;

  private EventLoop() {}
}
