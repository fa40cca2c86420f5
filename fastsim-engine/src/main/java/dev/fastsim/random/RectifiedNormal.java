package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * A normal value where that is positive, else 0: {@code max(0, X)}.
 *
 * <p>What falls below 0 is cut to 0, so that 0 itself has the probability {@code Phi(-centre /
 * sd)}. {@link Normal} draws such values again instead and is never exactly 0; its mean lies
 * higher.
 *
 * @param centre the mean before cutting, {@code mean=} in the text; finite, 0 or more
 * @param sd the standard deviation before cutting; finite, 0 or more
 */
@API(status = API.Status.EXPERIMENTAL)
public record RectifiedNormal(double centre, double sd) implements Distribution {

  public RectifiedNormal {
    ParameterException.requireNotNegative("rectifiednormal", "mean", centre);
    ParameterException.requireNotNegative("rectifiednormal", "sd", sd);
  }

  /**
   * The mean after cutting, {@code centre * Phi(a) + sd * phi(a)} with {@code a = centre / sd}: the
   * integral of {@code max(0, x)} over the normal density.
   */
  @Override
  public double mean() {
    if (sd == 0) {
      return centre;
    }
    double a = centre / sd;
    return centre * StandardNormal.below(a) + sd * StandardNormal.density(a);
  }

  @Override
  public RectifiedNormal scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new RectifiedNormal(centre * factor, sd * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new CutAtZero(rng, centre, sd);
  }

  @Override
  public String text(Notation notation) {
    return "rectifiednormal(mean=" + notation.write(centre) + ", sd=" + notation.write(sd) + ")";
  }

  private static final class CutAtZero extends GaussianSampler {

    CutAtZero(UniformRandomProvider rng, double centre, double sd) {
      super(rng, centre, sd);
    }

    @Override
    public double next() {
      return Math.max(0, draw());
    }
  }
}
