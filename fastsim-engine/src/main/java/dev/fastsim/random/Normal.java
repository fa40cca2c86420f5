package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * The normal distribution given that its value is not negative: what falls below 0 is drawn again,
 * not cut to 0 as by {@link RectifiedNormal}.
 *
 * <p>The parameters are those of the normal distribution before the condition. At least every other
 * draw counts, since {@code centre} is not negative; with {@code centre} at 4 {@code sd} or more
 * the condition makes no visible difference.
 *
 * @param centre the mean before the condition, {@code mean=} in the text; finite, 0 or more
 * @param sd the standard deviation; finite, 0 or more
 */
@API(status = API.Status.EXPERIMENTAL)
public record Normal(double centre, double sd) implements Distribution {

  public Normal {
    ParameterException.requireNotNegative("normal", "mean", centre);
    ParameterException.requireNotNegative("normal", "sd", sd);
  }

  /**
   * The mean under the condition, {@code centre + sd * phi(a) / Phi(a)} with {@code a = centre /
   * sd}. See Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, section 10.1.
   */
  @Override
  public double mean() {
    if (sd == 0) {
      return centre;
    }
    double a = centre / sd;
    return centre + sd * StandardNormal.density(a) / StandardNormal.below(a);
  }

  @Override
  public Normal scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Normal(centre * factor, sd * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new Redraw(rng, centre, sd);
  }

  @Override
  public String text(Notation notation) {
    return "normal(mean=" + notation.write(centre) + ", sd=" + notation.write(sd) + ")";
  }

  private static final class Redraw extends GaussianSampler {

    Redraw(UniformRandomProvider rng, double centre, double sd) {
      super(rng, centre, sd);
    }

    @Override
    public double next() {
      double value;
      do {
        value = draw();
      } while (value < 0);
      return value;
    }
  }
}
