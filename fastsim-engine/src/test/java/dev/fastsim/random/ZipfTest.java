package dev.fastsim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipfTest {

  private static final int SAMPLES = 200_000;

  /**
   * Chi-squared over all ranks, each expected at least 50 times; false alarm one in ten thousand.
   */
  @ParameterizedTest
  @CsvSource({"1, 1.1", "2, 0.5", "10, 0", "10, 1", "100, 1.1", "20, 2", "50, 0.9999999999"})
  void ranksComeUpAsOftenAsTheyShould(int n, double exponent) {
    double[] expected = new double[n + 1];
    double sum = 0;
    for (int k = 1; k <= n; k++) {
      expected[k] = FastMath.pow(k, -exponent);
      sum += expected[k];
    }
    int[] counts = new int[n + 1];
    for (double rank : SampleStatistics.draw(new Zipf(n, exponent), "rank", SAMPLES).values()) {
      counts[(int) rank]++;
    }
    double statistic = 0;
    for (int k = 1; k <= n; k++) {
      double mean = SAMPLES * expected[k] / sum;
      statistic += (counts[k] - mean) * (counts[k] - mean) / mean;
    }
    double limit =
        n == 1
            ? 1e-9
            : new ChiSquaredDistribution(null, n - 1).inverseCumulativeProbability(0.9999);
    assertThat(statistic).isLessThan(limit);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 0", "1000, 1.1", "1001, 1.1", "100000, 1", "100000, 2", "100000, 0.3"})
  void meanIsTheRatioOfTwoHarmonicNumbers(int n, double exponent) {
    double weighted = 0;
    double sum = 0;
    for (int k = n; k >= 1; k--) {
      weighted += FastMath.pow(k, 1 - exponent);
      sum += FastMath.pow(k, -exponent);
    }
    double mean = weighted / sum;
    assertThat(new Zipf(n, exponent).mean()).isCloseTo(mean, within(1e-11 * mean));
  }

  @Test
  void allRanksOfAHugeRangeAreInIt() {
    for (double rank :
        SampleStatistics.draw(new Zipf(Integer.MAX_VALUE, 0.1), "huge", 1000).values()) {
      assertThat(rank).isBetween(1.0, (double) Integer.MAX_VALUE).isEqualTo(Math.rint(rank));
    }
  }
}
