package dev.fastsim.simulation;

import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LevelGauge;

/**
 * How many messages are on a link. Flights are known when they begin, or even before, so they are
 * no events: what has happened meanwhile is made up for at the next look.
 */
final class FlightGauge {

  private final LevelGauge level = new LevelGauge();
  private final TimerQueue starts = new TimerQueue();
  private final TimerQueue ends = new TimerQueue();

  /** A message will be on the link for a while, which begins now or later. */
  void fly(long start, long end, long now) {
    catchUp(now);
    if (start == end) {
      return;
    }
    if (start > now) {
      starts.add(start, 0);
    } else {
      level.add(now, 1);
    }
    ends.add(end, 0);
  }

  /** Plays the flights' starts and ends up to a time, at equal times the ends first. */
  private void catchUp(long now) {
    while (true) {
      long start = starts.nextTime();
      long end = ends.nextTime();
      if (end <= now && end <= start) {
        ends.poll();
        level.add(end, -1);
      } else if (start <= now) {
        starts.poll();
        level.add(start, 1);
      } else {
        return;
      }
    }
  }

  /** Forgets the past. */
  void restart(long now) {
    catchUp(now);
    level.restart(now);
  }

  /** Mean and maximum from the restart to a time. */
  Level read(long now) {
    catchUp(now);
    return level.read(now);
  }
}
