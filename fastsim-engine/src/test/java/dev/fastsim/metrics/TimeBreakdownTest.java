package dev.fastsim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.metrics.TimeBreakdown.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBreakdownTest {

  private static TimeBreakdown empty() {
    return new TimeBreakdown(List.of("cpu", "wait", "never"));
  }

  private static void count(TimeBreakdown breakdown, long cpu, long wait) {
    double[] row = breakdown.rowFor(cpu + wait);
    row[0] += cpu;
    row[1] += wait;
  }

  /** Nine requests of 100 ns without a wait, one of 1000 ns of which it waits 900. */
  private static TimeBreakdown nineFastOneSlow() {
    TimeBreakdown breakdown = empty();
    for (int i = 0; i < 9; i++) {
      count(breakdown, 100, 0);
    }
    count(breakdown, 100, 900);
    return breakdown;
  }

  @Test
  void sharesOfAllAreTimesOverTheSumOfLatencies() {
    assertThat(nineFastOneSlow().shares(1))
        .containsExactly(new Share("cpu", 1000 / 1900.0), new Share("wait", 900 / 1900.0));
  }

  @Test
  void sharesOfTheTailAreThoseOfTheSlowestRequests() {
    assertThat(nineFastOneSlow().shares(0.1))
        .containsExactly(new Share("wait", 0.9), new Share("cpu", 0.1));
    assertThat(nineFastOneSlow().shares(0.01))
        .containsExactly(new Share("wait", 0.9), new Share("cpu", 0.1));
  }

  /** A fifth of ten are two: the slow one and a ninth of the fast ones. */
  @Test
  void classInWhichTheTailBeginsCountsInProportion() {
    assertThat(nineFastOneSlow().shares(0.2))
        .containsExactly(new Share("wait", 900 / 1100.0), new Share("cpu", 200 / 1100.0));
  }

  @Test
  void sumIsAsIfCountedTogether() {
    TimeBreakdown sum = empty();
    sum.add(nineFastOneSlow());
    sum.add(empty());
    sum.add(nineFastOneSlow());
    assertThat(sum.shares(1)).isEqualTo(nineFastOneSlow().shares(1));
    assertThat(sum.shares(0.1)).isEqualTo(nineFastOneSlow().shares(0.1));
  }

  @Test
  void withoutTimeThereAreNoShares() {
    TimeBreakdown breakdown = empty();
    assertThat(breakdown.shares(1)).isEmpty();
    count(breakdown, 0, 0);
    assertThat(breakdown.shares(1)).isEmpty();
  }

  @Test
  void differentCategoriesDoNotAddUp() {
    TimeBreakdown other = new TimeBreakdown(List.of("cpu"));
    assertThatThrownBy(() -> empty().add(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the breakdowns have different categories");
  }

  @Test
  void sixteenClassesMakeADoubling() {
    int last = -1;
    for (long nanos = 0; nanos < 100_000; nanos++) {
      int next = TimeBreakdown.latencyClass(nanos);
      assertThat(next).isBetween(last, last + 1);
      last = next;
    }
    for (int power = 4; power < 62; power++) {
      assertThat(TimeBreakdown.latencyClass(1L << (power + 1)))
          .isEqualTo(TimeBreakdown.latencyClass(1L << power) + 16);
    }
    assertThat(TimeBreakdown.latencyClass(Long.MAX_VALUE)).isLessThan(64 * 16);
  }
}
