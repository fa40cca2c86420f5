package dev.fastsim.report.page;

import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** What numbers are numbers of; decides how they are printed. */
public enum Unit {
  /** A time in seconds, printed as {@code 12.3 ms}, and none as {@code 0}. */
  SECONDS,
  /** Per second. */
  RATE,
  /** A part of a whole, printed in percent. */
  SHARE,
  /** Bytes, printed as {@code 2 GiB}. */
  BYTES,
  /** A multiple, printed as {@code 1.5x}. */
  FACTOR,
  /** A plain number. */
  NUMBER;

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  /** A number with its unit, to about three significant digits; what is no number is "n/a". */
  public String format(double value) {
    if (Double.isNaN(value)) {
      return "n/a";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    return switch (this) {
      case SECONDS -> value == 0 ? "0" : Durations.format(value * 1e9);
      case RATE -> Rates.format(value);
      case SHARE -> Shares.format(value);
      case BYTES -> ByteSizes.format(value);
      case FACTOR -> plain(value) + "x";
      case NUMBER -> plain(value);
    };
  }

  private static String plain(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded =
        Math.abs(value) >= 100
            ? exact.setScale(0, RoundingMode.HALF_UP)
            : exact.round(THREE_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** For scripts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
