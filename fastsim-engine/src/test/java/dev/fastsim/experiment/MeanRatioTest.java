package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The interval of a ratio of means: where a t test against a ratio ends to reject it. */
class MeanRatioTest {

  private static final int SAMPLES = 4000;

  private static double[] normal(Random random, int n, double mean, double sd) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> mean + sd * random.nextGaussian());
    return values;
  }

  /** The t statistic of after - r before, pair by pair, at both ends is that of 97.5%. */
  @Test
  void itEndsWhereAPairedTestDoes() {
    double[] before = {10.2, 9.1, 11.4, 10.9, 8.7, 10.0};
    double[] after = {10.9, 9.6, 12.8, 11.2, 9.4, 10.3};
    Estimate ratio = MeanRatio.paired(before, after);
    assertThat(ratio.value()).isCloseTo(64.2 / 60.3, within(1e-12));
    double t = new TDistribution(5).inverseCumulativeProbability(0.975);
    for (double end : new double[] {ratio.low(), ratio.high()}) {
      double[] difference = new double[6];
      Arrays.setAll(difference, i -> after[i] - end * before[i]);
      Estimate mean = Estimate.of(difference);
      double standardError = (mean.high() - mean.value()) / t;
      assertThat(Math.abs(mean.value()) / standardError).isCloseTo(t, within(1e-9));
    }
    assertThat(ratio.low()).isLessThan(ratio.value());
    assertThat(ratio.high()).isGreaterThan(ratio.value());
  }

  @Test
  void equalPairsHaveTheRatioOneWithoutDoubt() {
    double[] values = {1.7, 2.9, 2.2};
    Estimate ratio = MeanRatio.paired(values, values.clone());
    assertThat(ratio.value()).isEqualTo(1);
    assertThat(ratio.low()).isCloseTo(1, within(1e-7));
    assertThat(ratio.high()).isCloseTo(1, within(1e-7));
  }

  @Test
  void whereEverythingIsZeroNothingHasChanged() {
    Estimate none = MeanRatio.independent(new double[4], new double[4]);
    assertThat(none).isEqualTo(new Estimate(1, 1, 1, 4));
    Estimate some = MeanRatio.independent(new double[4], new double[] {1, 2, 1, 2});
    assertThat(some.low()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** A rare error in one of four runs may be none; one in all of them is more than none. */
  @Test
  void aMeanThatMayBeZeroGivesNoUpperEnd() {
    double[] rare = {0, 0, 0, 0.004};
    Estimate same = MeanRatio.independent(rare, rare.clone());
    assertThat(same.low()).isZero();
    assertThat(same.high()).isEqualTo(Double.POSITIVE_INFINITY);
    Estimate more = MeanRatio.independent(rare, new double[] {0.1, 0.11, 0.09, 0.1});
    assertThat(more.low()).isGreaterThan(10);
    assertThat(more.high()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /**
   * Of 8 normal values against 16 with another variance and a true ratio of 1.05, 95% of the
   * intervals hold it. With 4000 samples the band of four standard errors is wrong once in 16 000.
   */
  @Test
  void itHoldsTheTrueRatioAsOftenAsItSays() {
    Random random = new Random(17);
    int independent = 0;
    int paired = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Estimate ratio = MeanRatio.independent(normal(random, 8, 100, 3), normal(random, 16, 105, 7));
      independent += ratio.low() <= 1.05 && 1.05 <= ratio.high() ? 1 : 0;
      double[] before = normal(random, 8, 100, 10);
      double[] noise = normal(random, 8, 5, 1);
      double[] after = new double[8];
      Arrays.setAll(after, k -> before[k] + noise[k]);
      Estimate pairs = MeanRatio.paired(before, after);
      paired += pairs.low() <= 1.05 && 1.05 <= pairs.high() ? 1 : 0;
    }
    double band = 4 * Math.sqrt(0.95 * 0.05 / SAMPLES);
    assertThat(independent / (double) SAMPLES).isCloseTo(0.95, within(band));
    assertThat(paired / (double) SAMPLES).isCloseTo(0.95, within(band));
  }
}
