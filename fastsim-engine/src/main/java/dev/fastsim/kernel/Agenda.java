package dev.fastsim.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The next time of each of a fixed number of stations, and which one is earliest.
 *
 * <p>Few stations are scanned. Time and number of a station are one word then, so that the earliest
 * is a minimum, found without a branch that could be mispredicted. Many are kept in a {@link
 * Tournament}.
 */
public final class Agenda {

  /** The time of a station that has nothing to do. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int NUMBER_BITS = 4;

  /** Up to here a scan is faster than the tree. */
  private static final int SCANNED_MOST = 1 << NUMBER_BITS;

  /** While scanning, a time from here on, 18 years from the start, counts as {@link #NEVER}. */
  private static final long TIMES = 1L << (63 - NUMBER_BITS);

  /** By station, while scanning: its time and its number; four at a time are looked at. */
  private final long[] words;

  private final @Nullable Tournament tournament;

  private long earliestTime = NEVER;

  /** Makes an agenda of stations 0 to {@code stations - 1}, none of which has anything to do. */
  public Agenda(int stations) {
    if (stations < 1) {
      throw new IllegalArgumentException("an agenda needs at least one station");
    }
    boolean few = stations <= SCANNED_MOST;
    words = new long[few ? (stations + 3) & ~3 : 0];
    Arrays.fill(words, NEVER);
    tournament = few ? null : new Tournament(stations);
  }

  /** Sets the next time of a station. */
  public void set(int station, long time) {
    if (tournament == null) {
      words[station] = time < TIMES ? time << NUMBER_BITS | station : NEVER;
    } else {
      tournament.set(station, time);
    }
  }

  /** The station with the earliest time; among equals the lowest number. */
  public int earliest() {
    if (tournament != null) {
      int winner = tournament.winner();
      earliestTime = tournament.winnersTime();
      return winner;
    }
    long[] all = words;
    long least = NEVER;
    for (int i = 3; i < all.length; i += 4) {
      long one = Math.min(all[i - 3], all[i - 2]);
      long other = Math.min(all[i - 1], all[i]);
      least = Math.min(least, Math.min(one, other));
    }
    if (least == NEVER) {
      earliestTime = NEVER;
      return 0;
    }
    earliestTime = least >>> NUMBER_BITS;
    return (int) least & (SCANNED_MOST - 1);
  }

  /** The time of the station that was {@link #earliest} at the last look. */
  public long earliestTime() {
    return earliestTime;
  }
}
