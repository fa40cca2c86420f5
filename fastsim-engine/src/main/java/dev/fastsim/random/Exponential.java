package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apiguardian.api.API;

/**
 * The memoryless distribution, {@code P(X > x) = exp(-x / mean)}.
 *
 * @param mean finite, above 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Exponential(double mean) implements Distribution {

  public Exponential {
    ParameterException.requirePositive("exponential", "mean", mean);
  }

  @Override
  public Exponential scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Exponential(mean * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new Ziggurat(rng, mean);
  }

  @Override
  public String text(Notation notation) {
    return "exponential(mean=" + notation.write(mean) + ")";
  }

  private static final class Ziggurat extends Sampler {
    private final ZigguratSampler.Exponential unit;
    private final double mean;

    Ziggurat(UniformRandomProvider rng, double mean) {
      this.unit = ZigguratSampler.Exponential.of(rng);
      this.mean = mean;
    }

    @Override
    public double next() {
      return mean * unit.sample();
    }
  }
}
