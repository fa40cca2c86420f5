package dev.fastsim.random;

import org.apache.commons.math3.special.Erf;

/** The normal distribution of mean 0 and standard deviation 1. */
final class StandardNormal {

  private StandardNormal() {}

  /** The density at z. */
  static double density(double z) {
    return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  /** The probability of a value below z. */
  static double below(double z) {
    return Erf.erfc(-z / StrictMath.sqrt(2)) / 2;
  }
}
