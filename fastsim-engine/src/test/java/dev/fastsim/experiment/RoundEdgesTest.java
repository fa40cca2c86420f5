package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RoundEdgesTest {

  @Test
  void closeValuesGetEqualSteps() {
    assertThat(RoundEdges.around(15, 33, 20))
        .containsExactly(
            15L, 16L, 17L, 18L, 19L, 20L, 21L, 22L, 23L, 24L, 25L, 26L, 27L, 28L, 29L, 30L, 31L,
            32L, 33L, 34L);
    assertThat(RoundEdges.around(151, 333, 20))
        .startsWith(150L, 160L, 170L)
        .endsWith(330L, 340L)
        .hasSize(20);
  }

  @Test
  void stepsAreTimesOneTwoOrFive() {
    assertThat(RoundEdges.around(100, 200, 20)).startsWith(100L, 110L).endsWith(210L);
    assertThat(RoundEdges.around(100, 280, 10)).startsWith(100L, 120L).endsWith(300L);
    assertThat(RoundEdges.around(1000, 3100, 10)).startsWith(1000L, 1500L).endsWith(3500L);
  }

  @Test
  void valuesFarApartGetPreferredNumbers() {
    assertThat(RoundEdges.around(10_000, 60_000, 20))
        .startsWith(10_000L, 11_200L, 12_500L)
        .endsWith(56_000L, 63_000L);
    assertThat(RoundEdges.around(10_000, 500_000, 20))
        .startsWith(10_000L, 12_500L, 16_000L)
        .endsWith(500_000L, 630_000L);
    assertThat(RoundEdges.around(10_000, 50_000_000, 20))
        .startsWith(10_000L, 16_000L, 25_000L)
        .endsWith(40_000_000L, 63_000_000L);
  }

  @Test
  void equalValuesShareABucketOfOnePercentOrLess() {
    assertThat(RoundEdges.around(20_000_000, 20_000_000, 20))
        .isEqualTo(List.of(20_000_000L, 20_100_000L));
  }

  @Test
  void fromNothingToTheLongestDurationThereAreFewBuckets() {
    assertThat(RoundEdges.around(0, 86_400_000_000_000_000L, 20)).hasSizeBetween(2, 21);
    assertThat(RoundEdges.around(0, 0, 20)).containsExactly(1L, 2L);
    assertThat(RoundEdges.around(0, 1, 20)).startsWith(1L);
  }

  @RepeatedTest(100)
  void edgesAscendAndEnclose(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    long low = random.nextLong(1, 1L << random.nextInt(1, 55));
    long high = low + random.nextLong(1L << random.nextInt(1, 55));
    List<Long> edges = RoundEdges.around(low, high, 20);
    assertThat(edges).isSorted().doesNotHaveDuplicates().hasSizeBetween(2, 21);
    assertThat(edges.get(0)).isLessThanOrEqualTo(low);
    assertThat(edges.get(edges.size() - 1)).isGreaterThan(high);
  }
}
