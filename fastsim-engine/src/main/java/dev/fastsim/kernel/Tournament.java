package dev.fastsim.kernel;

/**
 * The earliest of many stations in a binary tree: each node holds the earlier of its two children,
 * so that a change costs one comparison per level, and none above a node that stays what it is.
 */
final class Tournament {

  /** Station i sits at {@code leaves + i}, the winner at 1. */
  private final Station[] nodes;

  private final long[] times;
  private final int leaves;

  /**
   * Makes a tournament.
   *
   * @param stations at least one
   * @param count how many of them take part
   */
  Tournament(Station[] stations, int count) {
    leaves = count < 2 ? 1 : Integer.highestOneBit(count - 1) << 1;
    nodes = new Station[2 * leaves];
    times = new long[2 * leaves];
    for (int i = 0; i < leaves; i++) {
      nodes[leaves + i] = stations[Math.min(i, count - 1)];
      times[leaves + i] = i < count ? stations[i].next : Agenda.NEVER;
    }
    for (int node = leaves - 1; node >= 1; node--) {
      play(node);
    }
  }

  /** A station's time has changed. */
  void replay(Station station) {
    int node = leaves + station.number;
    times[node] = station.next;
    for (node >>>= 1; node >= 1; node >>>= 1) {
      Station winner = nodes[node];
      long time = times[node];
      play(node);
      if (times[node] == time && nodes[node] == winner) {
        return;
      }
    }
  }

  private void play(int node) {
    int left = 2 * node;
    int earlier = times[left + 1] < times[left] ? left + 1 : left;
    times[node] = times[earlier];
    nodes[node] = nodes[earlier];
  }

  /** Who is earliest; among equals the one of the lowest number. */
  Station winner() {
    return nodes[1];
  }
}
