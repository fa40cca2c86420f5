package dev.fastsim.yaml;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Erlang;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.Gamma;
import dev.fastsim.random.Hyperexponential;
import dev.fastsim.random.LogNormal;
import dev.fastsim.random.Normal;
import dev.fastsim.random.Pareto;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Uniform;
import dev.fastsim.random.Weibull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Single values of every kind, many of them on the edge of what a file can say. */
class AnyValues {

  private static final List<String> ODD_NAMES =
      List.of(
          "12", "true", "null", "a: b", "# no", "it's", "\"q\"", "é µ", " x", "a\nb", "- x", "{}");

  final SplittableRandom random;
  private int names;

  AnyValues(long seed) {
    random = new SplittableRandom(seed);
  }

  final Distribution time() {
    double mean = seconds();
    double positive = mean + 1e-9;
    return switch (random.nextInt(12)) {
      case 0 -> new Exponential(positive);
      case 1 -> new Normal(mean, seconds());
      case 2 -> LogNormal.ofMeanSd(positive, positive * 2);
      case 3 -> new Uniform(mean, mean + seconds());
      case 4 -> new Gamma(weight(), positive);
      case 5 -> new Erlang(3, positive);
      case 6 -> new Weibull(positive, 1.5);
      case 7 -> new Pareto(positive, 2.5);
      case 8 -> new Hyperexponential(positive, 2);
      case 9 -> LogNormal.ofMedianP99(positive, positive * 5);
      case 10 -> new RectifiedNormal(mean, seconds());
      default -> new Constant(mean);
    };
  }

  final double seconds() {
    return pick(0.0, 0.003, random.nextDouble(), 1 / 3.0, 90.0);
  }

  final double weight() {
    return pick(1.0, 0.1, 5.0, random.nextDouble() * 1000 + 1e-9, 1e-7);
  }

  final double share() {
    return pick(0.0, 1.0, 0.001, 0.07, random.nextDouble());
  }

  final Duration duration() {
    return pick(
        Duration.ZERO,
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMillis(90_500),
        Duration.ofNanos(random.nextLong(1, 86_400L * 1_000_000_000 * 300)),
        Duration.ofNanos(1500));
  }

  /** A name that no other thing has; many need quotes. */
  final String name(String kind) {
    names++;
    return oneIn(4) ? pick(ODD_NAMES.toArray(String[]::new)) + names : kind + names;
  }

  final <T> Optional<T> maybe(Supplier<T> value) {
    return oneIn(3) ? Optional.of(value.get()) : Optional.empty();
  }

  final <T> List<T> some(int most, Supplier<T> value) {
    List<T> values = new ArrayList<>();
    int count = from(0, most);
    while (values.size() < count) {
      values.add(value.get());
    }
    return values;
  }

  final boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  final int from(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
