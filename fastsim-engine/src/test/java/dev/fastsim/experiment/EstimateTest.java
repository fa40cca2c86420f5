package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.random.Exponential;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  /** Law, Simulation Modeling and Analysis, example 4.26: ten values, t(9, 0.975) = 2.262. */
  @Test
  void intervalIsStudentsT() {
    Estimate estimate =
        Estimate.of(new double[] {1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09});
    assertThat(estimate.value()).isCloseTo(1.343, within(1e-12));
    double half = 2.2621571628 * Math.sqrt(0.167512222222 / 10);
    assertThat(estimate.high() - estimate.value()).isCloseTo(half, within(1e-9));
    assertThat(estimate.value() - estimate.low()).isCloseTo(half, within(1e-9));
    assertThat(estimate.replications()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 12, 24, 32, 100})
  void equalValuesAreCertain(int count) {
    for (double value : new double[] {0, 0.1, 1 / 3.0, 0.05, 1234.567}) {
      double[] values = new double[count];
      Arrays.fill(values, value);
      assertThat(Estimate.of(values)).isEqualTo(new Estimate(value, value, value, count));
    }
  }

  @Test
  void oneValueTellsNothingOfTheVariance() {
    assertThat(Estimate.of(new double[] {3}))
        .isEqualTo(new Estimate(3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void replicationsWithoutASampleDoNotCount() {
    assertThat(Estimate.of(new double[] {Double.NaN, 1, Double.NaN, 2}))
        .isEqualTo(Estimate.of(new double[] {1, 2}));
    assertThat(Estimate.of(new double[] {Double.NaN}).isUnknown()).isTrue();
    assertThat(Estimate.of(new double[] {}).isUnknown()).isTrue();
  }

  /**
   * Means of 50 exponential values are nearly normal. Of 4000 intervals the number that hold the
   * mean is binomial around 3800 with a standard deviation of 13.8; 60 off is a false alarm in 70
   * 000. (Skewness costs about half a percent, or 20, of the coverage.)
   */
  @Test
  void intervalHoldsTheMeanNineteenTimesInTwenty() {
    Sampler sampler = new Exponential(1).sampler(new Streams(1).stream(0, "test", "coverage"));
    int held = 0;
    for (int i = 0; i < 4000; i++) {
      double[] means = new double[8];
      for (int j = 0; j < means.length * 50; j++) {
        means[j / 50] += sampler.next() / 50;
      }
      Estimate estimate = Estimate.of(means);
      held += estimate.low() <= 1 && 1 <= estimate.high() ? 1 : 0;
    }
    assertThat(held).isBetween(3800 - 80, 3800 + 60);
  }
}
