package dev.fastsim.timeline;

import java.time.Duration;

/** Which part of a replication is recorded. It ends before more than so many requests arrive. */
public sealed interface TimelineWindow {

  /** How many requests arrive in a window at most, unless something else is asked for. */
  int REQUESTS = 60;

  /** How many requests arrive in it at most, at least 1. */
  int requests();

  /**
   * Begins when the warm-up is over.
   *
   * @param requests how many arrive in it at most, at least 1
   */
  record AfterWarmUp(int requests) implements TimelineWindow {

    public AfterWarmUp {
      check(requests);
    }
  }

  /**
   * Shows the slowest of all completed requests that arrive after the warm-up, and what was before
   * it: begins a quarter of its latency before it arrives and ends with it, if not so many requests
   * arrive until then.
   *
   * @param requests how many arrive in it at most, at least 1
   */
  record AroundSlowest(int requests) implements TimelineWindow {

    public AroundSlowest {
      check(requests);
    }
  }

  /**
   * Begins at a given time.
   *
   * @param start since the start of the replication, warm-up included; not negative
   * @param requests how many arrive in it at most, at least 1
   */
  record From(Duration start, int requests) implements TimelineWindow {

    public From {
      check(requests);
      if (start.isNegative()) {
        throw new IllegalArgumentException("a window cannot begin before the start, at " + start);
      }
    }
  }

  /** Begins when the warm-up is over, with the usual number of requests. */
  static TimelineWindow afterWarmUp() {
    return new AfterWarmUp(REQUESTS);
  }

  /** Shows the slowest request, with the usual number of requests. */
  static TimelineWindow aroundSlowest() {
    return new AroundSlowest(REQUESTS);
  }

  private static void check(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "requests of a window must be at least 1, but is " + requests);
    }
  }
}
