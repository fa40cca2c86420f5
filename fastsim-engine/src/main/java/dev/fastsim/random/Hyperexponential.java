package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apiguardian.api.API;

/**
 * A mixture of two exponential distributions with balanced means, for values more variable than
 * exponential.
 *
 * <p>With probability {@code p = (1 + sqrt((cv^2 - 1) / (cv^2 + 1))) / 2} the value has mean {@code
 * mean / 2p}, else {@code mean / 2(1 - p)}: each kind adds the same to the mean. See Whitt,
 * Approximating a Point Process by a Renewal Process, Operations Research 30(1), 1982, section 3.
 *
 * @param mean finite, above 0
 * @param cv the coefficient of variation, standard deviation over mean; above 1, at most 1e6
 */
@API(status = API.Status.EXPERIMENTAL)
public record Hyperexponential(double mean, double cv) implements Distribution {

  private static final double LARGEST_CV = 1e6;

  public Hyperexponential {
    ParameterException.requirePositive("hyperexponential", "mean", mean);
    if (!(cv > 1 && cv <= LARGEST_CV)) {
      throw ParameterException.expected(
          "hyperexponential", "cv", "above 1 (1 is exponential) and at most 1000000", cv);
    }
  }

  @Override
  public Hyperexponential scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Hyperexponential(mean * factor, cv);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new Mixture(rng, mean, cv * cv);
  }

  @Override
  public String text(Notation notation) {
    String second = Notation.NUMBERS.write(cv);
    return "hyperexponential(mean=" + notation.write(mean) + ", cv=" + second + ")";
  }

  private static final class Mixture extends Sampler {
    private final UniformRandomProvider rng;
    private final ZigguratSampler.Exponential unit;
    private final double rareShare;
    private final double rareMean;
    private final double commonMean;

    Mixture(UniformRandomProvider rng, double mean, double squaredCv) {
      this.rng = rng;
      this.unit = ZigguratSampler.Exponential.of(rng);
      double root = StrictMath.sqrt((squaredCv - 1) / (squaredCv + 1));
      // (1 - root) / 2 without cancellation
      this.rareShare = 1 / ((squaredCv + 1) * (1 + root));
      this.rareMean = mean / (2 * rareShare);
      this.commonMean = mean / (2 * (1 - rareShare));
    }

    @Override
    public double next() {
      double branchMean = rng.nextDouble() < rareShare ? rareMean : commonMean;
      return branchMean * unit.sample();
    }
  }
}
