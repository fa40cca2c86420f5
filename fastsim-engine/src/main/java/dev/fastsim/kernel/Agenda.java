package dev.fastsim.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The next time of each of a fixed number of stations, and which one is earliest.
 *
 * <p>Few stations are scanned. Time and number of a station are one word then, so that the earliest
 * is a minimum. Many are kept in a {@link Tournament}.
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
      earliestTime = tournament.winnersTime();
      return tournament.winner();
    }
    long word = leastOfFour(3);
    if (words.length > 4) {
      word = leastOfMore(word);
    }
    earliestTime = word == NEVER ? NEVER : word >>> NUMBER_BITS;
    return word == NEVER ? 0 : (int) word & (SCANNED_MOST - 1);
  }

  private long leastOfMore(long leastOfFirstFour) {
    long least = leastOfFirstFour;
    for (int last = 7; last < words.length; last += 4) {
      least = Math.min(least, leastOfFour(last));
    }
    return least;
  }

  private long leastOfFour(int last) {
    long[] all = words;
    long latter = Math.min(all[last], all[last - 1]);
    return Math.min(latter, Math.min(all[last - 2], all[last - 3]));
  }

  /** The time of the station that was {@link #earliest} at the last look. */
  public long earliestTime() {
    return earliestTime;
  }
}
