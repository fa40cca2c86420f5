package dev.fastsim.theory;

/** An assumption of the formulas does not hold; never leaves the package. */
final class NoFormulaException extends Exception {

  private static final long serialVersionUID = 1;

  NoFormulaException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
