package dev.fastsim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDistributionTest {

  private static TimeDistribution of(long... nanos) {
    TimeRecorder recorder = new TimeRecorder();
    for (long each : nanos) {
      recorder.record(each);
    }
    return recorder.read();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999, 123_456_789, 86_400_000_000_000L})
  void constantDurationsHaveExactPercentiles(long nanos) {
    TimeDistribution same = of(nanos, nanos, nanos);
    for (double percent : new double[] {0, 1, 50, 99.9, 100}) {
      assertThat(same.percentile(percent)).isEqualTo(nanos / 1e9);
    }
    assertThat(same.mean()).isEqualTo(nanos / 1e9);
    assertThat(same.min()).isEqualTo(nanos / 1e9);
    assertThat(same.max()).isEqualTo(nanos / 1e9);
    assertThat(same.count()).isEqualTo(3);
  }

  @Test
  void percentileIsTheSmallestDurationThatTheShareDoesNotExceed() {
    TimeDistribution hundred = of(LongStream.rangeClosed(1, 100).toArray());
    assertThat(hundred.percentile(1)).isEqualTo(1e-9);
    assertThat(hundred.percentile(50)).isEqualTo(50e-9);
    assertThat(hundred.percentile(50.5)).isEqualTo(51e-9);
    assertThat(hundred.percentile(99)).isEqualTo(99e-9);
    assertThat(hundred.percentile(100)).isEqualTo(100e-9);
  }

  @Test
  void percentilesLieWithinTheResolution() {
    TimeDistribution spread =
        of(LongStream.rangeClosed(1, 10_000).map(i -> i * 1_000_003).toArray());
    for (int percent = 1; percent <= 100; percent++) {
      double exact = percent * 100 * 1_000_003L / 1e9;
      assertThat(spread.percentile(percent))
          .isCloseTo(exact, within(spread.resolution(exact) + 1e-9));
    }
    assertThat(spread.resolution(1)).isLessThan(0.0005 + 1e-9);
  }

  @Test
  void meanIsExact() {
    assertThat(of(1, 2, 1_000_000_007).mean()).isEqualTo(1_000_000_010 / 3.0 / 1e9);
  }

  @Test
  void withoutDurationsEverythingIsUnknown() {
    TimeDistribution empty = of();
    assertThat(empty.count()).isZero();
    assertThat(empty.mean()).isNaN();
    assertThat(empty.min()).isNaN();
    assertThat(empty.max()).isNaN();
    assertThat(empty.percentile(50)).isNaN();
  }

  @Test
  void pooledIsAsIfRecordedTogether() {
    TimeDistribution pooled = TimeDistribution.pool(List.of(of(1, 2), of(), of(3, 40_000_000)));
    TimeDistribution together = of(1, 2, 3, 40_000_000);
    assertThat(pooled.count()).isEqualTo(4);
    assertThat(pooled.mean()).isEqualTo(together.mean());
    assertThat(pooled.min()).isEqualTo(together.min());
    assertThat(pooled.max()).isEqualTo(together.max());
    assertThat(pooled.percentile(50)).isEqualTo(together.percentile(50));
    assertThat(TimeDistribution.pool(List.of(of(), of())).percentile(50)).isNaN();
  }
}
