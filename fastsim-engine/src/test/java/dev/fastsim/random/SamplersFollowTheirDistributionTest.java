package dev.fastsim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sampler against the closed forms of its distribution, on a fixed seed.
 *
 * <p>False alarms, were the seed drawn anew: scores of mean and variance are refused beyond 4.5
 * standard deviations, 7 in a million each; the Kolmogorov-Smirnov score beyond 2.2253, at most one
 * in ten thousand each. That makes 0.3% for the class.
 */
class SamplersFollowTheirDistributionTest {

  private static final int SAMPLES = 200_000;
  private static final double LARGEST_SCORE = 4.5;
  private static final double LARGEST_KOLMOGOROV_SCORE = 2.2253;

  record Case(Distribution distribution, double mean, double variance, DoubleUnaryOperator cdf) {

    static Case like(Distribution distribution, RealDistribution reference) {
      return new Case(
          distribution,
          reference.getNumericalMean(),
          reference.getNumericalVariance(),
          reference::cumulativeProbability);
    }

    @Override
    public String toString() {
      return distribution.text();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        Case.like(new Exponential(3), new ExponentialDistribution(null, 3)),
        truncatedNormal(5, 1),
        truncatedNormal(1, 2),
        truncatedNormal(0, 1),
        rectifiedNormal(5, 1),
        rectifiedNormal(1, 2),
        rectifiedNormal(0, 1),
        poisson(0.7, 1),
        poisson(3, 0.25),
        poisson(100.5, 1),
        Case.like(new LogNormal(0.5, 0.4), new LogNormalDistribution(null, 0.5, 0.4)),
        Case.like(new Uniform(1, 3), new UniformRealDistribution(null, 1, 3)),
        Case.like(new Gamma(0.3, 2), new GammaDistribution(null, 0.3, 2 / 0.3)),
        Case.like(new Gamma(1, 2), new GammaDistribution(null, 1, 2)),
        Case.like(new Gamma(4.5, 2), new GammaDistribution(null, 4.5, 2 / 4.5)),
        Case.like(new Gamma(200, 2), new GammaDistribution(null, 200, 2 / 200.0)),
        Case.like(new Erlang(1, 6), new ExponentialDistribution(null, 6)),
        Case.like(new Erlang(3, 6), new GammaDistribution(null, 3, 2)),
        Case.like(new Erlang(20, 6), new GammaDistribution(null, 20, 0.3)),
        Case.like(new Weibull(2, 0.8), new WeibullDistribution(null, 0.8, 2)),
        Case.like(new Weibull(2, 3), new WeibullDistribution(null, 3, 2)),
        Case.like(new Pareto(2, 9), new ParetoDistribution(null, 2, 9)),
        hyperexponential(2, 1.5));
  }

  /** Variance of a normal distribution above 0: Johnson, Kotz, Balakrishnan, section 10.1. */
  private static Case truncatedNormal(double centre, double sd) {
    NormalDistribution whole = new NormalDistribution(null, centre, sd);
    double below = whole.cumulativeProbability(0);
    double hazard = whole.density(0) * sd / (1 - below);
    double a = -centre / sd;
    return new Case(
        new Normal(centre, sd),
        centre + sd * hazard,
        sd * sd * (1 + a * hazard - hazard * hazard),
        x -> (whole.cumulativeProbability(x) - below) / (1 - below));
  }

  /** {@code E[max(0, X)^2] = (centre^2 + sd^2) Phi(a) + centre sd phi(a)}, by parts. */
  private static Case rectifiedNormal(double centre, double sd) {
    NormalDistribution whole = new NormalDistribution(null, centre, sd);
    double above = 1 - whole.cumulativeProbability(0);
    double density = whole.density(0) * sd;
    double mean = centre * above + sd * density;
    double square = (centre * centre + sd * sd) * above + centre * sd * density;
    return new Case(
        new RectifiedNormal(centre, sd),
        mean,
        square - mean * mean,
        x -> x < 0 ? 0 : whole.cumulativeProbability(x));
  }

  private static Case poisson(double mean, double unit) {
    PoissonDistribution number = new PoissonDistribution(mean / unit);
    return new Case(
        new Poisson(mean, unit),
        mean,
        mean * unit,
        x -> number.cumulativeProbability((int) Math.floor(x / unit)));
  }

  private static Case hyperexponential(double mean, double cv) {
    double p = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
    return new Case(
        new Hyperexponential(mean, cv),
        mean,
        cv * cv * mean * mean,
        x -> 1 - p * Math.exp(-2 * p * x / mean) - (1 - p) * Math.exp(-2 * (1 - p) * x / mean));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void momentsAndShapeAreThoseOfTheClosedForm(Case each) {
    SampleStatistics sample = SampleStatistics.draw(each.distribution(), each.toString(), SAMPLES);
    assertThat(sample.meanScore(each.mean(), each.variance()))
        .isBetween(-LARGEST_SCORE, LARGEST_SCORE);
    assertThat(sample.varianceScore(each.mean(), each.variance()))
        .isBetween(-LARGEST_SCORE, LARGEST_SCORE);
    assertThat(sample.kolmogorovScore(each.cdf())).isLessThan(LARGEST_KOLMOGOROV_SCORE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void meanIsThatOfTheClosedForm(Case each) {
    assertThat(each.distribution().mean()).isCloseTo(each.mean(), within(1e-9 * each.mean()));
  }
}
