package dev.fastsim.theory;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.Gamma;
import dev.fastsim.random.Hyperexponential;
import dev.fastsim.random.LogNormal;
import dev.fastsim.random.Uniform;
import java.util.OptionalDouble;

/** The variances of the distributions that have a simple one. */
final class Variance {

  private Variance() {}

  /** Of one distribution; empty where there is no simple formula. */
  static OptionalDouble of(Distribution distribution) {
    double mean = distribution.mean();
    if (distribution instanceof Constant) {
      return OptionalDouble.of(0);
    } else if (distribution instanceof Exponential) {
      return OptionalDouble.of(mean * mean);
    } else if (distribution instanceof dev.fastsim.random.Erlang erlang) {
      return OptionalDouble.of(mean * mean / erlang.k());
    } else if (distribution instanceof Gamma gamma) {
      return OptionalDouble.of(mean * mean / gamma.shape());
    } else if (distribution instanceof Uniform uniform) {
      double width = uniform.high() - uniform.low();
      return OptionalDouble.of(width * width / 12);
    } else if (distribution instanceof LogNormal normal) {
      double squared = normal.sigma() * normal.sigma();
      return OptionalDouble.of(mean * mean * StrictMath.expm1(squared));
    } else if (distribution instanceof Hyperexponential hyper) {
      return OptionalDouble.of(mean * mean * hyper.cv() * hyper.cv());
    }
    return OptionalDouble.empty();
  }
}
