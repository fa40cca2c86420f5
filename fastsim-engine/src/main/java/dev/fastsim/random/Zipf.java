package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * Ranks 1 to {@code n}, where rank {@code k} has probability proportional to {@code k^-exponent}:
 * which key of a cache, which item of a catalogue.
 *
 * @param n how many ranks, 1 or more
 * @param exponent finite, 0 or more; 0 makes every rank equally likely
 */
@API(status = API.Status.EXPERIMENTAL)
public record Zipf(int n, double exponent) implements Distribution {

  /** Below it terms are added one by one, from it on by the Euler-Maclaurin formula. */
  private static final int ADDED_ONE_BY_ONE = 1000;

  public Zipf {
    if (n < 1) {
      throw ParameterException.expected("zipf", "n", "a whole number of 1 or more", n);
    }
    ParameterException.requireNotNegative("zipf", "exponent", exponent);
  }

  @Override
  public double mean() {
    return harmonic(exponent - 1) / harmonic(exponent);
  }

  /** The sum of {@code k^-s} for k from 1 to n, right to about 14 digits. */
  private double harmonic(double s) {
    int first = Math.min(n, ADDED_ONE_BY_ONE);
    double sum = 0;
    for (int k = 1; k <= first; k++) {
      sum += StrictMath.pow(k, -s);
    }
    return n == first ? sum : sum + tail(first, s);
  }

  private double tail(double from, double s) {
    double low = StrictMath.pow(from, -s);
    double high = StrictMath.pow(n, -s);
    double log = StrictMath.log(n / from);
    double t = (1 - s) * log;
    double area = low * from * log * (t == 0 ? 1 : StrictMath.expm1(t) / t);
    return area + (high - low) / 2 + s / 12 * (low / from - high / n);
  }

  /**
   * Refused: a multiple of a rank is no rank.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public Zipf scaledBy(double factor) {
    throw new UnsupportedOperationException(text() + " draws ranks, which cannot be scaled");
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new ZipfSampler(rng, n, exponent);
  }

  /** The same in both notations, though only {@link Distribution#ofNumbers} reads it. */
  @Override
  public String text(Notation notation) {
    return "zipf(n=" + n + ", exponent=" + Notation.NUMBERS.write(exponent) + ")";
  }
}
