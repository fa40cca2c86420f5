package dev.fastsim.kernel;

import java.util.Arrays;

/**
 * The earliest of many times in a binary tree: each node holds the earlier of its two children, so
 * that a change costs one comparison per level, and none above a node that stays what it is.
 */
final class Tournament {

  /** Contestant i sits at {@code leaves + i}, the winner at 1. */
  private final long[] times;

  private final int[] contestants;
  private final int leaves;

  /** Makes a tournament of contestants 0 to {@code count - 1}, whose times are never. */
  Tournament(int count) {
    leaves = count < 2 ? 1 : Integer.highestOneBit(count - 1) << 1;
    times = new long[2 * leaves];
    Arrays.fill(times, Agenda.NEVER);
    contestants = new int[2 * leaves];
    for (int node = 2 * leaves - 1; node >= 1; node--) {
      contestants[node] = node >= leaves ? node - leaves : contestants[2 * node];
    }
  }

  /** Sets a contestant's time. */
  void set(int contestant, long time) {
    int node = leaves + contestant;
    if (times[node] == time) {
      return;
    }
    times[node] = time;
    while (node > 1) {
      int left = node & ~1;
      int earlier = times[left + 1] < times[left] ? left + 1 : left;
      int winner = contestants[earlier];
      long winnersTime = times[earlier];
      node >>>= 1;
      if (times[node] == winnersTime && contestants[node] == winner) {
        return;
      }
      times[node] = winnersTime;
      contestants[node] = winner;
    }
  }

  /** Who has the earliest time; among equals the lowest number. */
  int winner() {
    return contestants[1];
  }

  long winnersTime() {
    return times[1];
  }
}
