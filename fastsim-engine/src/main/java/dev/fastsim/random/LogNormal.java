package dev.fastsim.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apiguardian.api.API;

/**
 * The distribution of a value whose logarithm is normal.
 *
 * @param mu mean of the natural logarithm of the value; finite
 * @param sigma standard deviation of that logarithm; finite, 0 or more
 */
@API(status = API.Status.EXPERIMENTAL)
public record LogNormal(double mu, double sigma) implements Distribution {

  /** The 99th percentile of the standard normal distribution. */
  private static final double Z99 = 2.3263478740408408;

  public LogNormal {
    ParameterException.requireFinite("lognormal", "mu", mu);
    ParameterException.requireNotNegative("lognormal", "sigma", sigma);
  }

  /**
   * The one with this mean and standard deviation: {@code sigma^2 = ln(1 + (sd/mean)^2)}, {@code mu
   * = ln(mean) - sigma^2/2}.
   *
   * @param mean finite, above 0
   * @param sd finite, 0 or more
   */
  public static LogNormal ofMeanSd(double mean, double sd) {
    ParameterException.requirePositive("lognormal", "mean", mean);
    ParameterException.requireNotNegative("lognormal", "sd", sd);
    double cv = sd / mean;
    double variance = StrictMath.log1p(cv * cv);
    return new LogNormal(StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance));
  }

  /**
   * The one with this median and 99th percentile: {@code mu = ln(median)}, {@code sigma =
   * ln(p99/median) / 2.326}.
   *
   * @param median finite, above 0
   * @param p99 finite, not below the median
   */
  public static LogNormal ofMedianP99(double median, double p99) {
    ParameterException.requirePositive("lognormal", "median", median);
    if (!(p99 >= median && Double.isFinite(p99))) {
      throw ParameterException.expected("lognormal", "p99", "finite and not below the median", p99);
    }
    return new LogNormal(StrictMath.log(median), StrictMath.log(p99 / median) / Z99);
  }

  @Override
  public double mean() {
    return StrictMath.exp(mu + sigma * sigma / 2);
  }

  @Override
  public LogNormal scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new LogNormal(mu + StrictMath.log(factor), sigma);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    return new ExponentialOfNormal(rng, mu, sigma);
  }

  /** In both notations mu and sigma are plain numbers; mu is the logarithm of seconds. */
  @Override
  public String text(Notation notation) {
    String first = Notation.NUMBERS.write(mu);
    return "lognormal(mu=" + first + ", sigma=" + Notation.NUMBERS.write(sigma) + ")";
  }

  private static final class ExponentialOfNormal extends Sampler {
    private final ZigguratSampler.NormalizedGaussian standard;
    private final double mu;
    private final double sigma;

    ExponentialOfNormal(UniformRandomProvider rng, double mu, double sigma) {
      this.standard = ZigguratSampler.NormalizedGaussian.of(rng);
      this.mu = mu;
      this.sigma = sigma;
    }

    @Override
    public double next() {
      return StrictMath.exp(mu + sigma * standard.sample());
    }
  }
}
