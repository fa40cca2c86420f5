package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apiguardian.api.API;

/**
 * The sum of {@code k} independent exponential values; its variance is {@code mean^2 / k}.
 *
 * @param k how many stages, 1 or more
 * @param mean of the sum; finite, above 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Erlang(int k, double mean) implements Distribution {

  /** Up to here adding exponential values is faster than drawing a gamma value. */
  private static final int FEW_STAGES = 6;

  public Erlang {
    if (k < 1) {
      throw ParameterException.expected("erlang", "k", "a whole number of 1 or more", k);
    }
    ParameterException.requirePositive("erlang", "mean", mean);
  }

  @Override
  public Erlang scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Erlang(k, mean * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return k <= FEW_STAGES ? new Sum(rng, k, mean / k) : new GammaSampler(rng, k, mean / k);
  }

  @Override
  public String text(Notation notation) {
    return "erlang(k=" + k + ", mean=" + notation.write(mean) + ")";
  }

  private static final class Sum extends Sampler {
    private final ZigguratSampler.Exponential unit;
    private final int stages;
    private final double stageMean;

    Sum(UniformRandomProvider rng, int stages, double stageMean) {
      this.unit = ZigguratSampler.Exponential.of(rng);
      this.stages = stages;
      this.stageMean = stageMean;
    }

    @Override
    public double next() {
      double sum = 0;
      for (int stage = 0; stage < stages; stage++) {
        sum += unit.sample();
      }
      return stageMean * sum;
    }
  }
}
