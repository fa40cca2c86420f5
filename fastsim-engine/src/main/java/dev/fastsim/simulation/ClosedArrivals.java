package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.SimulationException;
import dev.fastsim.units.Durations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Users who think until their next request. What a user will think after a request is drawn when
 * the request arrives, like all else that belongs to it. Users are all alike, so that it does not
 * matter which of them sends first when several are due at the same time.
 */
final class ClosedArrivals extends Station implements Clients {

  /** So many requests at one instant for each user and besides, and no time will ever pass. */
  private static final int MOST_EACH = 10;

  private static final int MOST_BESIDES = 100_000;

  private final Arrivals arrivals;
  private final Sampler thinkTimes;

  /** Null without any surge. */
  private final @Nullable PiecewiseConstant haste;

  /** When those who think will have done so. */
  private final TimerQueue thinking = new TimerQueue();

  /** What will be thought after each request, by its number. */
  private long[] thoughtAfter = new long[64];

  private final int mostAtOnce;
  private long instant;
  private int atOnce;

  /**
   * Lets all users begin to think.
   *
   * @param haste factor of the time it takes to think, over time; null if it is always 1
   */
  ClosedArrivals(
      Agenda agenda,
      ClosedUsers workload,
      @Nullable PiecewiseConstant haste,
      Arrivals arrivals,
      Streams streams,
      int replication) {
    super(agenda);
    this.arrivals = arrivals;
    this.haste = haste;
    this.mostAtOnce = MOST_EACH * workload.users() + MOST_BESIDES;
    this.thinkTimes =
        workload
            .thinkTime()
            .scaledBy(1e9)
            .sampler(streams.stream(replication, "workload", "think"));
    for (int user = 0; user < workload.users(); user++) {
      think(0, thinkTimes.nextNanos());
    }
    schedule(thinking.nextTime());
  }

  private void think(long now, long nanos) {
    thinking.add(haste == null ? now + nanos : haste.finish(now, nanos), 0);
  }

  @Override
  public void fire(long now) {
    refuseStandstill(now);
    thinking.poll();
    Request request = arrivals.open(now);
    if (request.number >= thoughtAfter.length) {
      thoughtAfter = Arrays.copyOf(thoughtAfter, Math.max(request.number + 1, 2 * request.number));
    }
    thoughtAfter[request.number] = thinkTimes.nextNanos();
    arrivals.send(request, now);
    schedule(thinking.nextTime());
  }

  @Override
  public void ended(Request request, long time) {
    think(time, thoughtAfter[request.number]);
    schedule(thinking.nextTime());
  }

  private void refuseStandstill(long now) {
    if (now != instant) {
      instant = now;
      atOnce = 0;
    } else if (++atOnce > mostAtOnce) {
      throw new SimulationException(
          ("the users send more than %d requests at the same instant, after %s: neither thinking nor"
                  + " a request takes any time. Give the users a think time, also after requests"
                  + " that are rejected at once")
              .formatted(mostAtOnce, Durations.format(now)));
    }
  }
}
