package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * The gamma distribution, by its shape and its mean; its variance is {@code mean^2 / shape}.
 *
 * @param shape finite, above 0; 1 is exponential, below 1 more variable, above 1 more regular
 * @param mean finite, above 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Gamma(double shape, double mean) implements Distribution {

  public Gamma {
    ParameterException.requirePositive("gamma", "shape", shape);
    ParameterException.requirePositive("gamma", "mean", mean);
  }

  @Override
  public Gamma scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Gamma(shape, mean * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new GammaSampler(rng, shape, mean / shape);
  }

  @Override
  public String text(Notation notation) {
    String first = Notation.NUMBERS.write(shape);
    return "gamma(shape=" + first + ", mean=" + notation.write(mean) + ")";
  }
}
