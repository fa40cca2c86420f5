package dev.fastsim.junit.assertj;

/** How a metric is compared with a limit. */
enum Relation {
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  boolean isUpward() {
    return this == GREATER || this == AT_LEAST;
  }

  /** Whether a metric equal to the limit does not do. */
  boolean isStrict() {
    return this == LESS || this == GREATER;
  }

  /** The relation that holds exactly where this one does not. */
  Relation opposite() {
    return switch (this) {
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
    };
  }
}
