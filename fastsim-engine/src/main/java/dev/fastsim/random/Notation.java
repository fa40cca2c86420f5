package dev.fastsim.random;

import dev.fastsim.units.Decimals;
import dev.fastsim.units.Durations;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** How the values of a distribution are written. */
@API(status = API.Status.EXPERIMENTAL)
public enum Notation {
  /** With a unit of time, {@code 3 ms}; the values are seconds. */
  DURATIONS {
    @Override
    double read(String text) {
      return Durations.parseSeconds(text);
    }

    @Override
    String write(double value) {
      return Durations.exact(value);
    }
  },

  /** As plain numbers, {@code 0.003}. */
  NUMBERS {
    @Override
    double read(String text) {
      return readNumber(text);
    }

    @Override
    String write(double value) {
      return Decimals.exact(value);
    }
  };

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

  /**
   * @throws IllegalArgumentException if the text is not a value in this notation
   */
  abstract double read(String text);

  abstract String write(double value);

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  static double readNumber(String text) {
    if (!isNumber(text)) {
      throw new IllegalArgumentException("'" + text + "' is not a plain number, such as 2.5");
    }
    return Double.parseDouble(text);
  }
}
