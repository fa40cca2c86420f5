package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * A distribution of values that are never negative: durations, sizes, counts.
 *
 * <p>Equal distributions draw equal values from equal streams. The unit is the caller's; those read
 * by {@link #ofDurations} are in seconds. Parameters are checked when a distribution is made, and a
 * bad one is refused by an {@link IllegalArgumentException} that names it.
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Distribution
    permits Constant,
        Exponential,
        Normal,
        RectifiedNormal,
        LogNormal,
        Uniform,
        Gamma,
        Erlang,
        Weibull,
        Pareto,
        Hyperexponential,
        Poisson,
        Empirical,
        Zipf {

  /** The expected value of a sample; {@link Double#POSITIVE_INFINITY} where there is none. */
  double mean();

  /**
   * The distribution of {@code factor} times the value.
   *
   * @param factor finite and above 0
   * @throws UnsupportedOperationException by {@link Zipf}, which draws ranks
   */
  Distribution scaledBy(double factor);

  /** A source of samples that takes its randomness from {@code rng}, in a fixed order. */
  Sampler sampler(UniformRandomProvider rng);

  /**
   * The canonical text, which {@link #parse} in the same notation reads as a distribution equal to
   * this one.
   */
  String text(Notation notation);

  /**
   * The canonical text with plain numbers, for {@link #ofNumbers}: {@code
   * "exponential(mean=0.003)"}.
   */
  default String text() {
    return text(Notation.NUMBERS);
  }

  /**
   * The canonical text of a distribution in seconds, for {@link #ofDurations}: {@code
   * "exponential(mean=3 ms)"}.
   */
  default String durationText() {
    return text(Notation.DURATIONS);
  }

  /**
   * Reads a distribution of durations, such as {@code "2 ms"} or {@code "normal(mean=5ms,
   * sd=1ms)"}.
   *
   * @return the distribution in seconds
   * @throws DistributionFormatException if the text is not one
   */
  static Distribution ofDurations(String text) {
    return parse(text, Notation.DURATIONS);
  }

  /**
   * Reads a distribution of plain numbers, such as {@code "3"} or {@code "zipf(n=1000,
   * exponent=1.1)"}.
   *
   * @throws DistributionFormatException if the text is not one
   */
  static Distribution ofNumbers(String text) {
    return parse(text, Notation.NUMBERS);
  }

  /**
   * Reads a distribution.
   *
   * @throws DistributionFormatException if the text is not one
   */
  static Distribution parse(String text, Notation notation) {
    return new DistributionText(text, notation).parse();
  }
}
