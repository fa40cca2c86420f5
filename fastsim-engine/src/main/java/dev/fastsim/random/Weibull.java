package dev.fastsim.random;

import org.apache.commons.math3.special.Gamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apiguardian.api.API;

/**
 * The Weibull distribution, {@code P(X > x) = exp(-(x / scale)^shape)}.
 *
 * @param scale finite, above 0; 63% of the values are below it
 * @param shape finite, above 0; 1 is exponential, below 1 has the heavier tail
 */
@API(status = API.Status.EXPERIMENTAL)
public record Weibull(double scale, double shape) implements Distribution {

  public Weibull {
    ParameterException.requirePositive("weibull", "scale", scale);
    ParameterException.requirePositive("weibull", "shape", shape);
  }

  /** {@code scale * Gamma(1 + 1/shape)}. */
  @Override
  public double mean() {
    return scale * StrictMath.exp(Gamma.logGamma(1 + 1 / shape));
  }

  @Override
  public Weibull scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Weibull(scale * factor, shape);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new PowerOfExponential(rng, scale, 1 / shape);
  }

  @Override
  public String text(Notation notation) {
    String second = Notation.NUMBERS.write(shape);
    return "weibull(scale=" + notation.write(scale) + ", shape=" + second + ")";
  }

  /** A power by way of the logarithm, because {@link StrictMath#pow} allocates on Java 17. */
  private static final class PowerOfExponential extends Sampler {
    private final ZigguratSampler.Exponential unit;
    private final double scale;
    private final double power;

    PowerOfExponential(UniformRandomProvider rng, double scale, double power) {
      this.unit = ZigguratSampler.Exponential.of(rng);
      this.scale = scale;
      this.power = power;
    }

    @Override
    public double next() {
      return scale * StrictMath.exp(power * StrictMath.log(unit.sample()));
    }
  }
}
