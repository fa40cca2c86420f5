package dev.fastsim.kernel;

import java.util.Arrays;

/**
 * The earliest of many stations in a binary tree: each node holds the earlier of its two children,
 * so that a change costs one comparison per level, and none above a node that stays what it is.
 */
final class Tournament {

  private final Station[] stations;

  /** By node: the next time of its winner. Station i sits at {@code leaves + i}, the root at 1. */
  private final long[] times;

  /** By node: the number of its winner. */
  private final int[] winners;

  private final int leaves;

  /**
   * Makes a tournament.
   *
   * @param stations at least one
   * @param count how many of them take part
   */
  Tournament(Station[] stations, int count) {
    this.stations = stations;
    leaves = count < 2 ? 1 : Integer.highestOneBit(count - 1) << 1;
    times = new long[2 * leaves];
    winners = new int[2 * leaves];
    Arrays.fill(times, Agenda.NEVER);
    for (int i = 0; i < count; i++) {
      times[leaves + i] = stations[i].next;
      winners[leaves + i] = i;
    }
    for (int node = leaves - 1; node >= 1; node--) {
      int left = 2 * node;
      int earlier = times[left + 1] < times[left] ? left + 1 : left;
      times[node] = times[earlier];
      winners[node] = winners[earlier];
    }
  }

  /** A station's time has changed. */
  void replay(Station station) {
    int node = leaves + station.number;
    int winner = station.number;
    long time = station.next;
    times[node] = time;
    while (node > 1) {
      int other = node ^ 1;
      long othersTime = times[other];
      if (othersTime < time || (othersTime == time && other < node)) {
        time = othersTime;
        winner = winners[other];
      }
      node >>>= 1;
      if (times[node] == time && winners[node] == winner) {
        return;
      }
      times[node] = time;
      winners[node] = winner;
    }
  }

  /** Who is earliest; among equals the one of the lowest number. */
  Station winner() {
    return stations[winners[1]];
  }
}
