package dev.fastsim.random;

import dev.fastsim.units.Decimals;

/** A parameter outside its range. It knows the parameter, so that a parser can point at it. */
final class ParameterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String parameter;

  private ParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }

  static ParameterException because(String parameter, String message) {
    return new ParameterException(parameter, message);
  }

  static ParameterException expected(
      String distribution, String parameter, String range, double found) {
    String number = Double.isFinite(found) ? Decimals.exact(found) : Double.toString(found);
    return new ParameterException(
        parameter,
        "the %s of %s must be %s, was %s".formatted(parameter, distribution, range, number));
  }

  static void requireNotNegative(String distribution, String parameter, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw expected(distribution, parameter, "a finite number of 0 or more", value);
    }
  }

  static void requirePositive(String distribution, String parameter, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw expected(distribution, parameter, "a finite number above 0", value);
    }
  }

  static void requireFinite(String distribution, String parameter, double value) {
    if (!Double.isFinite(value)) {
      throw expected(distribution, parameter, "a finite number", value);
    }
  }

  /** Checks the factor of {@link Distribution#scaledBy} where the parameters it scales may be 0. */
  static void requireFactor(double factor) {
    requirePositive("scaledBy", "factor", factor);
  }
}
