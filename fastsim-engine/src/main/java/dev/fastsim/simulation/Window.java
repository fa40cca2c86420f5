package dev.fastsim.simulation;

/**
 * The measured time.
 *
 * @param from the end of the warm-up
 * @param to the end of the run, later than {@code from}
 */
record Window(long from, long to) {

  /** How much of an interval lies in the window; an end is not before its start. */
  long overlap(long start, long end) {
    if (start >= from && end <= to) {
      return end - start;
    }
    return Math.max(0, Math.min(end, to) - Math.max(start, from));
  }

  /** Whether a time lies in the window, its ends included. */
  boolean holds(long time) {
    return time >= from && time <= to;
  }

  long length() {
    return to - from;
  }
}
