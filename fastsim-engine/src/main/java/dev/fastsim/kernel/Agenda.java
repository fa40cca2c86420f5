package dev.fastsim.kernel;

import java.util.Arrays;

/**
 * The next time of each of a fixed number of stations, and which one is earliest.
 *
 * <p>Few stations are scanned; many are kept in a tournament tree, where a change costs one
 * comparison per level.
 */
public final class Agenda {

  /** The time of a station that has nothing to do. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Up to here a scan is faster than the tree. */
  private static final int SCANNED_MOST = 24;

  private final long[] next;

  /** Winners: leaf i sits at {@code leaves + i}, the overall winner at 1; empty while scanning. */
  private final int[] winners;

  private final int leaves;

  /** Makes an agenda of stations 0 to {@code stations - 1}, none of which has anything to do. */
  public Agenda(int stations) {
    if (stations < 1) {
      throw new IllegalArgumentException("an agenda needs at least one station");
    }
    next = new long[stations];
    Arrays.fill(next, NEVER);
    if (stations <= SCANNED_MOST) {
      leaves = 0;
      winners = new int[0];
    } else {
      leaves = Integer.highestOneBit(stations - 1) << 1;
      winners = new int[2 * leaves];
      for (int i = 0; i < leaves; i++) {
        winners[leaves + i] = Math.min(i, stations - 1);
      }
      for (int node = leaves - 1; node >= 1; node--) {
        winners[node] = winner(node);
      }
    }
  }

  /** Sets the next time of a station. */
  public void set(int station, long time) {
    next[station] = time;
    if (leaves != 0) {
      for (int node = (leaves + station) >>> 1; node >= 1; node >>>= 1) {
        int winner = winner(node);
        if (winner == winners[node] && winner != station) {
          return;
        }
        winners[node] = winner;
      }
    }
  }

  /** The station with the earliest time; among equals the lowest number. */
  public int earliest() {
    if (leaves != 0) {
      return winners[1];
    }
    int best = 0;
    long bestTime = next[0];
    for (int station = 1; station < next.length; station++) {
      if (next[station] < bestTime) {
        bestTime = next[station];
        best = station;
      }
    }
    return best;
  }

  /** The next time of a station. */
  public long time(int station) {
    return next[station];
  }

  private int winner(int node) {
    int left = winners[2 * node];
    int right = winners[2 * node + 1];
    return next[right] < next[left] ? right : left;
  }
}
