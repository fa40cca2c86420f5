package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apiguardian.api.API;

/**
 * The Pareto distribution, {@code P(X > x) = (min / x)^shape} from {@code min} on.
 *
 * @param min the smallest value; finite, above 0
 * @param shape finite, above 0; with 1 or less there is no finite mean, with 2 or less no finite
 *     variance
 */
@API(status = API.Status.EXPERIMENTAL)
public record Pareto(double min, double shape) implements Distribution {

  public Pareto {
    ParameterException.requirePositive("pareto", "min", min);
    ParameterException.requirePositive("pareto", "shape", shape);
  }

  @Override
  public double mean() {
    return shape > 1 ? min * (shape / (shape - 1)) : Double.POSITIVE_INFINITY;
  }

  @Override
  public Pareto scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Pareto(min * factor, shape);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new ExponentialOfExponential(rng, min, 1 / shape);
  }

  @Override
  public String text(Notation notation) {
    String second = Notation.NUMBERS.write(shape);
    return "pareto(min=" + notation.write(min) + ", shape=" + second + ")";
  }

  /** The logarithm of {@code X / min} is exponential with mean {@code 1 / shape}. */
  private static final class ExponentialOfExponential extends Sampler {
    private final ZigguratSampler.Exponential unit;
    private final double min;
    private final double logMean;

    ExponentialOfExponential(UniformRandomProvider rng, double min, double logMean) {
      this.unit = ZigguratSampler.Exponential.of(rng);
      this.min = min;
      this.logMean = logMean;
    }

    @Override
    public double next() {
      return min * StrictMath.exp(logMean * unit.sample());
    }
  }
}
