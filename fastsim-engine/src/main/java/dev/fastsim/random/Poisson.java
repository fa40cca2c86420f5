package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apiguardian.api.API;

/**
 * A whole number of units, {@code unit * N} where {@code N} has the Poisson distribution of mean
 * {@code mean / unit}.
 *
 * @param mean of the value, not of the number of units; 0 or more and below 2^30 units; with 0 the
 *     value is always 0
 * @param unit finite, above 0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Poisson(double mean, double unit) implements Distribution {

  /** Numbers of units fit an {@code int} while their mean is below it. */
  private static final double MOST_UNITS = 0x1p30;

  public Poisson {
    ParameterException.requirePositive("poisson", "unit", unit);
    if (!(mean >= 0 && mean / unit < MOST_UNITS)) {
      throw ParameterException.expected("poisson", "mean", "0 or more and below 2^30 units", mean);
    }
  }

  /** A Poisson number of mean {@code mean}: the unit is 1. */
  public static Poisson ofMean(double mean) {
    return new Poisson(mean, 1);
  }

  @Override
  public Poisson scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Poisson(mean * factor, unit * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    double units = mean / unit;
    return units == 0 ? new Constant(0).sampler(rng) : new Units(rng, units, unit);
  }

  /** Plain numbers leave out a unit of 1. */
  @Override
  public String text(Notation notation) {
    String second =
        notation == Notation.NUMBERS && unit == 1 ? "" : ", unit=" + notation.write(unit);
    return "poisson(mean=" + notation.write(mean) + second + ")";
  }

  private static final class Units extends Sampler {
    private final SharedStateDiscreteSampler number;
    private final double unit;

    Units(UniformRandomProvider rng, double mean, double unit) {
      this.number = PoissonSampler.of(rng, mean);
      this.unit = unit;
    }

    @Override
    public double next() {
      return unit * number.sample();
    }
  }
}
