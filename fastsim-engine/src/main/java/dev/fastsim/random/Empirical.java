package dev.fastsim.random;

import java.util.Arrays;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apiguardian.api.API;

/**
 * What was measured: each value as often as it was seen, and no value in between.
 *
 * <p>A sample inverts the step function of the measured shares with one uniform number, so a larger
 * number always gives a larger value, and common random numbers stay common.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Empirical implements Distribution {

  private final String source;
  private final double[] values;
  private final long[] counts;
  private final double scale;

  private Empirical(String source, double[] values, long[] counts, double scale) {
    ParameterException.requirePositive("empirical", "scale", scale);
    this.source = source;
    this.values = values;
    this.counts = counts;
    this.scale = scale;
  }

  /**
   * Measured values in any order, at least one.
   *
   * @param source where they come from; {@link #text} is read again only if it is a file that
   *     {@code empirical(file)} reads
   * @param values finite, 0 or more
   */
  public static Empirical of(String source, double... values) {
    long[] once = new long[values.length];
    Arrays.fill(once, 1);
    return ofCounts(source, values, once);
  }

  /**
   * Measured values, each with how often it was seen.
   *
   * @param values finite, 0 or more, in any order
   * @param counts 0 or more, one for each value; at least one above 0; their sum below 2^53
   */
  public static Empirical ofCounts(String source, double[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(
          "empirical has %d values but %d counts".formatted(values.length, counts.length));
    }
    TreeMap<Double, Long> seen = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      ParameterException.requireNotNegative("empirical", "value", values[i]);
      ParameterException.requireNotNegative("empirical", "count", counts[i]);
      if (counts[i] > 0) {
        seen.merge(
            values[i] + 0.0, counts[i], Math::addExact); // + 0.0 makes -0.0 and 0.0 one value
      }
    }
    if (seen.isEmpty()) {
      throw ParameterException.because("file", "empirical has no values: " + source);
    }
    double[] distinct = seen.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    long[] times = seen.values().stream().mapToLong(Long::longValue).toArray();
    requireCountable(times);
    return new Empirical(source, distinct, times, 1);
  }

  private static void requireCountable(long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    if (total >= 0x1p53) {
      throw ParameterException.expected("empirical", "total count", "below 2^53", total);
    }
  }

  /** Where the values come from. */
  public String source() {
    return source;
  }

  /** How many values were measured. */
  public long size() {
    return Arrays.stream(counts).sum();
  }

  @Override
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    return scale * (sum / size());
  }

  @Override
  public Empirical scaledBy(double factor) {
    ParameterException.requireFactor(factor);
    return new Empirical(source, values, counts, scale * factor);
  }

  @Override
  public Sampler sampler(UniformRandomProvider rng) {
    double[] scaled = values.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= scale;
    }
    return new EmpiricalSampler(rng, scaled, counts);
  }

  /** The same in both notations: a file says itself what its values are. */
  @Override
  public String text(Notation notation) {
    String factor = scale == 1 ? "" : ", scale=" + Notation.NUMBERS.write(scale);
    return "empirical(" + DistributionText.quoted(source) + factor + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Empirical that
        && source.equals(that.source)
        && scale == that.scale
        && Arrays.equals(values, that.values)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * source.hashCode() + Arrays.hashCode(values)) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return text() + " of " + size() + " values";
  }
}
