package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.StagedRate;
import dev.fastsim.scenario.StagedRate.Stage;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrivals at rates that rise and fall in straight lines. */
class StagedTimesTest {

  private static final double SECOND = 1e9;
  private static final Duration TEN = Duration.ofSeconds(10);

  /** From 0 to 200/s in 10 s, 10 t^2 requests are to be expected until t. */
  @Test
  void evenArrivalsOfARampComeAtTheInverseOfTheIntegratedRate() {
    List<Long> times =
        times(new StagedRate(0, List.of(new Stage(TEN, 200)), false, Spacing.CONSTANT), 9.9999);
    assertThat(times).hasSize(999);
    for (int i = 1; i <= times.size(); i++) {
      assertThat((double) times.get(i - 1)).isCloseTo(SECOND * Math.sqrt(i / 10.0), within(1.0));
    }
  }

  @Test
  void rateStaysAfterTheLastStage() {
    StagedRate spike =
        new StagedRate(
            10,
            List.of(new Stage(TEN, 10), new Stage(Duration.ZERO, 99.1), new Stage(TEN, 0)),
            false,
            Spacing.CONSTANT);
    assertThat(counts(times(spike, 40), 4)).containsExactly(99, 496, 0, 0);
    StagedRate jump =
        new StagedRate(
            10, List.of(new Stage(TEN, 10), new Stage(Duration.ZERO, 20)), false, Spacing.CONSTANT);
    assertThat(counts(times(jump, 39.99), 4)).containsExactly(99, 200, 200, 200);
  }

  /** A day of 20 s: up from 10/s to 50/s and down again, 600 requests each. */
  @Test
  void stagesThatRepeatBeginAgainAtTheStartRate() {
    StagedRate day =
        new StagedRate(10, List.of(new Stage(TEN, 50), new Stage(TEN, 10)), true, Spacing.CONSTANT);
    List<Long> times = times(day, 60.5);
    assertThat(counts(times, 6)).containsExactly(299, 300, 300, 300, 300, 300);
  }

  @Test
  void surgeMultipliesTheRateOfTheMoment() {
    StagedRate ramp =
        new StagedRate(0, List.of(new Stage(Duration.ofSeconds(20), 40)), false, Spacing.CONSTANT);
    Fault.Surge triple = new Fault.Surge(3, TEN, TEN);
    assertThat(counts(times(ramp, 19.999, triple), 2)).containsExactly(99, 900);
  }

  /**
   * What arrives in a second is a Poisson number, whose mean is the integral of the rate. The sum
   * of (count - mean)^2 / mean over 400 of them has the mean 400 and the standard deviation of
   * about 28.4; a false alarm comes in one of 100 000 seeds.
   */
  @Test
  void poissonArrivalsFollowTheIntegratedRate() {
    int seconds = 400;
    StagedRate ramp =
        new StagedRate(
            20, List.of(new Stage(Duration.ofSeconds(seconds), 420)), false, Spacing.POISSON);
    int[] counts = counts(times(ramp, seconds), seconds, 1);
    double sum = 0;
    for (int i = 0; i < seconds; i++) {
      double mean = 20 + i + 0.5;
      sum += (counts[i] - mean) * (counts[i] - mean) / mean;
    }
    assertThat(sum).isBetween(400 - 4.5 * 28.4, 400 + 4.5 * 28.4);
  }

  /** In each part of ten seconds. */
  private static int[] counts(List<Long> times, int parts) {
    return counts(times, parts, 10);
  }

  private static int[] counts(List<Long> times, int parts, int seconds) {
    int[] counts = new int[parts];
    for (long time : times) {
      int part = (int) (time / SECOND / seconds);
      if (part < parts) {
        counts[part]++;
      }
    }
    return counts;
  }

  private static List<Long> times(StagedRate workload, double seconds, Fault.Surge... surges) {
    PiecewiseConstant factor =
        PiecewiseConstant.of(List.of(surges), 1, (before, surge) -> before * surge.factor());
    ArrivalTimes times =
        ArrivalTimes.of(workload, factor, new Streams(5), 0, (long) (seconds * SECOND));
    List<Long> all = new ArrayList<>();
    for (long time = times.next(); time != Agenda.NEVER; time = times.next()) {
      all.add(time);
    }
    return all;
  }
}
