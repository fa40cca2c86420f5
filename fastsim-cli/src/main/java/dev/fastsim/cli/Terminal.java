package dev.fastsim.cli;

/**
 * The terminal behind standard error. Java cannot ask for it, so whoever starts it does: {@code
 * bin/fastsim} sets the system property {@value #PROPERTY}.
 */
final class Terminal {

  static final String PROPERTY = "fastsim.terminal";

  private Terminal() {}

  /** Whether a person looks on. */
  static boolean isAttached() {
    return Boolean.getBoolean(PROPERTY);
  }
}
