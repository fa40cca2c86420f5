package dev.fastsim.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which of some stations is to fire next; at equal times the one that was added first.
 *
 * <p>Each station keeps its own next time. Few are looked at one by one; many are kept in a {@link
 * Tournament}.
 */
public final class Agenda {

  /** The time of a station that has nothing to do. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Up to here looking at all is faster. */
  private static final int FEW = 16;

  /** Looked at four at a time; the last one fills up what is missing. */
  private Station[] stations = new Station[0];

  private int count;

  /** Made when it is first needed; null while there are few. */
  private @Nullable Tournament tournament;

  /** Adds a station and returns its number, counted from 0. */
  int add(Station station) {
    if (count == stations.length) {
      stations = Arrays.copyOf(stations, Math.max(4, 2 * count));
    }
    Arrays.fill(stations, count, stations.length, station);
    tournament = null;
    return count++;
  }

  /** The station to fire next; there must be one. */
  public Station earliest() {
    Station[] all = stations;
    if (all.length != 4) {
      return earliestOfMany();
    }
    return earlier(earlier(all[0], all[1]), earlier(all[2], all[3]));
  }

  private Station earliestOfMany() {
    if (count > FEW) {
      if (tournament == null) {
        tournament = new Tournament(stations, count);
      }
      return tournament.winner();
    }
    Station earliest = stations[0];
    for (int i = 1; i < count; i++) {
      earliest = earlier(earliest, stations[i]);
    }
    return earliest;
  }

  private static Station earlier(Station one, Station other) {
    return other.next < one.next ? other : one;
  }

  /** A station's next time is another one. */
  void changed(Station station) {
    if (tournament != null) {
      tournament.replay(station);
    }
  }
}
