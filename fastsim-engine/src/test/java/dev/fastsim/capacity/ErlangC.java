package dev.fastsim.capacity;

/** The probability of waiting in an M/M/c queue (Erlang 1917), by the recursion of Erlang B. */
final class ErlangC {

  private ErlangC() {}

  /**
   * The share of requests that wait.
   *
   * @param servers c
   * @param load offered, in erlangs, below c
   */
  static double waits(int servers, double load) {
    double blocked = 1;
    for (int i = 1; i <= servers; i++) {
      blocked = load * blocked / (i + load * blocked);
    }
    return blocked / (1 - load / servers * (1 - blocked));
  }
}
