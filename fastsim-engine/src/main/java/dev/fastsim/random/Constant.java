package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * Always the same value; takes nothing from its stream.
 *
 * @param value finite, 0 or more
 */
@API(status = API.Status.EXPERIMENTAL)
public record Constant(double value) implements Distribution {

  public Constant {
    ParameterException.requireNotNegative("constant", "value", value);
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public Constant scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Constant(value * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new Same(value);
  }

  @Override
  public String text(Notation notation) {
    return notation.write(value);
  }

  private static final class Same extends Sampler {
    private final double value;

    Same(double value) {
      this.value = value;
    }

    @Override
    public double next() {
      return value;
    }
  }
}
