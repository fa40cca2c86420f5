package dev.fastsim.junit;

/** A configuration parameter with a value that is not allowed. */
public final class FastSimConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private FastSimConfigurationException(String message) {
    super(message);
  }

  static FastSimConfigurationException wrongValue(String key, String value, String allowed) {
    return new FastSimConfigurationException(
        "configuration parameter %s is '%s', but must be %s".formatted(key, value, allowed));
  }
}
