package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Rejection-inversion: Hörmann and Derflinger, Rejection-Inversion to Generate Variates from
 * Monotone Discrete Distributions, ACM TOMACS 6(3), 1996. Constant time and memory for any number
 * of ranks.
 *
 * <p>Commons RNG has the same algorithm, but on {@link Math}, whose logarithms may differ between
 * CPUs.
 */
final class ZipfSampler extends Sampler {

  private final UniformRandomProvider rng;
  private final int n;
  private final double exponent;
  private final double atFirst;
  private final double atLast;
  private final double always;

  ZipfSampler(UniformRandomProvider rng, int n, double exponent) {
    this.rng = rng;
    this.n = n;
    this.exponent = exponent;
    this.atFirst = integral(1.5) - 1;
    this.atLast = integral(n + 0.5);
    this.always = 2 - inverse(integral(2.5) - density(2));
  }

  @Override
  public double next() {
    while (true) {
      double u = atLast + rng.nextDouble() * (atFirst - atLast);
      double x = inverse(u);
      double k = Math.min(Math.max(1, Math.floor(x + 0.5)), n);
      if (k - x <= always || u >= integral(k + 0.5) - density(k)) {
        return k;
      }
    }
  }

  private double density(double x) {
    return StrictMath.exp(-exponent * StrictMath.log(x));
  }

  /** {@code (x^(1-s) - 1) / (1-s)}, and its limit {@code ln x} where s is 1. */
  private double integral(double x) {
    double log = StrictMath.log(x);
    double t = (1 - exponent) * log;
    return (Math.abs(t) > 1e-8 ? StrictMath.expm1(t) / t : 1 + t / 2) * log;
  }

  private double inverse(double y) {
    double t = Math.max(-1, y * (1 - exponent));
    return StrictMath.exp((Math.abs(t) > 1e-8 ? StrictMath.log1p(t) / t : 1 - t / 2) * y);
  }
}
