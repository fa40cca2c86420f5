package dev.fastsim.theory;

/** The formulas of Erlang 1917. */
final class Erlang {

  private Erlang() {}

  /**
   * Erlang B: the share of Poisson arrivals that find all servers busy and are lost, by the
   * recursion {@code B(k) = a B(k-1) / (k + a B(k-1))}.
   *
   * @param servers at least 0
   * @param load arrival rate times mean service time, in servers
   */
  static double lossProbability(int servers, double load) {
    double loss = 1;
    for (int k = 1; k <= servers; k++) {
      loss = load * loss / (k + load * loss);
    }
    return loss;
  }

  /**
   * Erlang C: the share of Poisson arrivals at an M/M/c that have to wait.
   *
   * @param servers at least 1
   * @param load below the number of servers
   */
  static double waitProbability(int servers, double load) {
    double loss = lossProbability(servers, load);
    return loss / (1 - load / servers * (1 - loss));
  }
}
