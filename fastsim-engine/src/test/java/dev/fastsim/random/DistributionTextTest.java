package dev.fastsim.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTextTest {

  static final List<Distribution> ONE_OF_EACH =
      List.of(
          new Constant(0.002),
          new Exponential(0.1 + 0.2),
          new Normal(0.005, 1 / 3.0),
          new RectifiedNormal(0.005, 1 / 3.0),
          new LogNormal(-4.8283137373023015, 0.6918),
          new Uniform(0.001, 0.003),
          new Gamma(2.5, 0.005),
          new Erlang(3, 0.005),
          new Weibull(0.01, 0.7),
          new Pareto(0.001, 2.5),
          new Hyperexponential(0.02, 1.7),
          new Poisson(0.1 + 0.2, 0.001),
          Poisson.ofMean(3));

  static Stream<Arguments> durations() {
    return Stream.of(
        Arguments.of("2 ms", new Constant(0.002)),
        Arguments.of("constant(2ms)", new Constant(0.002)),
        Arguments.of("exponential(3ms)", new Exponential(0.003)),
        Arguments.of("exponential(mean=3ms)", new Exponential(0.003)),
        Arguments.of(" Exponential ( MEAN = 3 ms ) ", new Exponential(0.003)),
        Arguments.of("normal(mean=5ms, sd=1ms)", new Normal(0.005, 0.001)),
        Arguments.of("normal(sd=1ms, mean=5ms)", new Normal(0.005, 0.001)),
        Arguments.of("normal(5ms, sd=1ms)", new Normal(0.005, 0.001)),
        Arguments.of("rectifiednormal(mean=5ms, sd=1ms)", new RectifiedNormal(0.005, 0.001)),
        Arguments.of("rectifiednormal(0 s, 1ms)", new RectifiedNormal(0, 0.001)),
        Arguments.of("poisson(mean=5ms, unit=1ms)", new Poisson(0.005, 0.001)),
        Arguments.of("poisson(0 s, 1 s)", new Poisson(0, 1)),
        Arguments.of("lognormal(mean=5ms, sd=1ms)", LogNormal.ofMeanSd(0.005, 0.001)),
        Arguments.of("lognormal(median=8ms, p99=40ms)", LogNormal.ofMedianP99(0.008, 0.04)),
        Arguments.of("lognormal(mu=-5, sigma=0.5)", new LogNormal(-5, 0.5)),
        Arguments.of("uniform(1ms, 3ms)", new Uniform(0.001, 0.003)),
        Arguments.of("uniform(low=1ms, high=3ms)", new Uniform(0.001, 0.003)),
        Arguments.of("gamma(shape=2, mean=5ms)", new Gamma(2, 0.005)),
        Arguments.of("erlang(3, 5ms)", new Erlang(3, 0.005)),
        Arguments.of("erlang(k=3, mean=5ms)", new Erlang(3, 0.005)),
        Arguments.of("weibull(scale=5ms, shape=0.5)", new Weibull(0.005, 0.5)),
        Arguments.of("pareto(min=1ms, shape=2.5)", new Pareto(0.001, 2.5)),
        Arguments.of("hyperexponential(mean=5 ms, cv=2)", new Hyperexponential(0.005, 2)));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void readsDurationsAsSeconds(String text, Distribution expected) {
    assertThat(Distribution.ofDurations(text)).isEqualTo(expected);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("5", new Constant(5)),
        Arguments.of("1e3", new Constant(1000)),
        Arguments.of("exponential(3)", new Exponential(3)),
        Arguments.of("poisson(3)", new Poisson(3, 1)),
        Arguments.of("poisson(mean=3)", new Poisson(3, 1)),
        Arguments.of("poisson(unit=0.5, mean=3)", new Poisson(3, 0.5)),
        Arguments.of("zipf(n=1000, exponent=1.1)", new Zipf(1000, 1.1)),
        Arguments.of("zipf(1000, 1.1)", new Zipf(1000, 1.1)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void readsNumbers(String text, Distribution expected) {
    assertThat(Distribution.ofNumbers(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @FieldSource("ONE_OF_EACH")
  void canonicalTextReadsBackAsAnEqualDistribution(Distribution distribution) {
    assertThat(Distribution.ofNumbers(distribution.text())).isEqualTo(distribution);
    assertThat(Distribution.ofDurations(distribution.durationText())).isEqualTo(distribution);
  }

  @ParameterizedTest
  @FieldSource("ONE_OF_EACH")
  void scalingScalesTheMean(Distribution distribution) {
    // Rounding aside, mean(1e9 X) is 1e9 mean(X).
    assertThat(distribution.scaledBy(1e9).mean() / distribution.mean() / 1e9)
        .isBetween(1 - 1e-12, 1 + 1e-12);
  }

  @Test
  void canonicalTextIsPlain() {
    assertThat(new Exponential(0.003).durationText()).isEqualTo("exponential(mean=3 ms)");
    assertThat(new Exponential(0.003).text()).isEqualTo("exponential(mean=0.003)");
    assertThat(new Constant(0.002).durationText()).isEqualTo("2 ms");
    assertThat(new Poisson(3, 1).text()).isEqualTo("poisson(mean=3)");
    assertThat(new Poisson(3, 1).durationText()).isEqualTo("poisson(mean=3 s, unit=1 s)");
    assertThat(new Poisson(3, 0.5).text()).isEqualTo("poisson(mean=3, unit=0.5)");
    assertThat(new Zipf(10, 1).text()).isEqualTo("zipf(n=10, exponent=1)");
    assertThat(Distribution.ofNumbers("zipf(n=10, exponent=1)")).isEqualTo(new Zipf(10, 1));
  }
}
