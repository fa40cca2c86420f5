package dev.fastsim.simulation;

/** A recorded step in one long: 13 bits of step number, 51 bits of nanoseconds. */
final class Trace {

  /** Steps that can be told apart. */
  static final int STEPS_MOST = 1 << 13;

  private static final int NANOS_BITS = 51;
  private static final long NANOS_MOST = (1L << NANOS_BITS) - 1;

  private Trace() {}

  static long word(int step, long nanos) {
    return (long) step << NANOS_BITS | Math.min(nanos, NANOS_MOST);
  }

  static int step(long word) {
    return (int) (word >>> NANOS_BITS);
  }

  static long nanos(long word) {
    return word & NANOS_MOST;
  }
}
