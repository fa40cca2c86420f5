package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.Users.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalTimesTest {

  private static final int WINDOWS = 1000;
  private static final long SECOND = 1_000_000_000;

  /** With one user in the mean and a standard deviation of two, 31% of the windows are empty. */
  @Test
  void windowsWithoutUsersHaveNoArrivalsAndLoseNoneAfterwards() {
    long horizon = WINDOWS * SECOND;
    Workload users =
        new Workload.Users(1, 60 * 200, Duration.ofSeconds(1), new Count.RectifiedNormal(2));
    int[] arrivals = new int[WINDOWS];
    for (long time : times(users, horizon)) {
      arrivals[(int) Math.min(WINDOWS - 1, time / SECOND)]++;
    }
    Sampler drawn =
        new RectifiedNormal(1, 2).sampler(new Streams(5).stream(0, "workload", "users"));
    for (int window = 0; window < WINDOWS; window++) {
      double mean = 200 * drawn.next();
      if (mean == 0) {
        assertThat(arrivals[window]).isZero();
      } else {
        // Six standard deviations of a Poisson number, and six for the smallest means: one false
        // alarm in ten thousand seeds.
        assertThat((double) arrivals[window])
            .isBetween(mean - 6 * Math.sqrt(mean), mean + 6 * Math.sqrt(mean) + 6);
      }
    }
  }

  private static List<Long> times(Workload workload, long horizon) {
    PiecewiseConstant none = PiecewiseConstant.of(List.of(), 1, (before, surge) -> before);
    ArrivalTimes times = ArrivalTimes.of(workload, none, new Streams(5), 0, horizon);
    List<Long> all = new ArrayList<>();
    for (long time = times.next(); time != Agenda.NEVER; time = times.next()) {
      all.add(time);
    }
    return all;
  }
}
