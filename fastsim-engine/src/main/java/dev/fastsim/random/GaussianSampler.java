package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws from a normal distribution, of which a subclass keeps what is not negative. */
abstract class GaussianSampler extends Sampler {

  private final ZigguratSampler.NormalizedGaussian standard;
  private final double centre;
  private final double sd;

  GaussianSampler(UniformRandomProvider rng, double centre, double sd) {
    this.standard = ZigguratSampler.NormalizedGaussian.of(rng);
    this.centre = centre;
    this.sd = sd;
  }

  /** Any value of the normal distribution. */
  final double draw() {
    return centre + sd * standard.sample();
  }
}
