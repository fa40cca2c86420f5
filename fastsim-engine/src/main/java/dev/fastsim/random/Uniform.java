package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * Every value between two bounds is equally likely.
 *
 * @param low finite, 0 or more
 * @param high finite, not below {@code low}; drawn only where rounding reaches it
 */
@API(status = API.Status.EXPERIMENTAL)
public record Uniform(double low, double high) implements Distribution {

  public Uniform {
    ParameterException.requireNotNegative("uniform", "low", low);
    if (!(high >= low && Double.isFinite(high))) {
      throw ParameterException.expected("uniform", "high", "finite and not below low", high);
    }
  }

  @Override
  public double mean() {
    return low + (high - low) / 2;
  }

  @Override
  public Uniform scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Uniform(low * factor, high * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new Between(rng, low, high);
  }

  @Override
  public String text(Notation notation) {
    return "uniform(low=" + notation.write(low) + ", high=" + notation.write(high) + ")";
  }

  private static final class Between extends Sampler {
    private final UniformRandomProvider rng;
    private final double low;
    private final double width;

    Between(UniformRandomProvider rng, double low, double high) {
      this.rng = rng;
      this.low = low;
      this.width = high - low;
    }

    @Override
    public double next() {
      return low + width * rng.nextDouble();
    }
  }
}
