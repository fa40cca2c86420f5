package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26(3), 2000.
 *
 * <p>A shape below 1 is drawn at {@code shape + 1} and multiplied by {@code U^(1/shape)}, as they
 * say in section 6; there {@code U} is drawn as {@code exp(-E)}, because {@link StrictMath#pow}
 * allocates on Java 17.
 */
final class GammaSampler extends Sampler {

  private final UniformRandomProvider rng;
  private final ZigguratSampler.NormalizedGaussian normal;
  private final ZigguratSampler.Exponential exponential;
  private final double d;
  private final double c;
  private final double scale;

  /** 1/shape where the shape is below 1, else 0. */
  private final double power;

  GammaSampler(UniformRandomProvider rng, double shape, double scale) {
    this.rng = rng;
    this.normal = ZigguratSampler.NormalizedGaussian.of(rng);
    this.exponential = ZigguratSampler.Exponential.of(rng);
    this.d = (shape < 1 ? shape + 1 : shape) - 1 / 3.0;
    this.c = 1 / StrictMath.sqrt(9 * d);
    this.scale = scale;
    this.power = shape < 1 ? 1 / shape : 0;
  }

  @Override
  public double next() {
    double value = d * scale * cube();
    return power == 0 ? value : value * StrictMath.exp(-power * exponential.sample());
  }

  private double cube() {
    while (true) {
      double x = normal.sample();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = 1 - rng.nextDouble();
      double squared = x * x;
      if (u < 1 - 0.0331 * squared * squared
          || StrictMath.log(u) < squared / 2 + d * (1 - v + StrictMath.log(v))) {
        return v;
      }
    }
  }
}
