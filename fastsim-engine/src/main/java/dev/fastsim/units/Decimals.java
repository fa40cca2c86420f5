package dev.fastsim.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * Numbers as text, the same text on every JDK and in every locale.
 *
 * <p>{@code Double.toString} changed in JDK 19, and {@code String.format} asks for a locale;
 * neither is used here.
 */
@API(status = API.Status.INTERNAL)
public final class Decimals {

  /** Seventeen significant digits tell any two doubles apart. */
  private static final int ENOUGH_DIGITS = 17;

  private Decimals() {}

  /**
   * The shortest decimal that reads back as this very double.
   *
   * @param number a finite number
   */
  public static String exact(double number) {
    return plain(shortest(number));
  }

  static BigDecimal shortest(double number) {
    BigDecimal precise = new BigDecimal(number);
    for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
      BigDecimal rounded = precise.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return precise.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Without an exponent, unless that would take dozens of zeros. */
  static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    boolean readable = stripped.precision() - stripped.scale() < 20 && stripped.scale() < 30;
    return readable ? stripped.toPlainString() : stripped.toString();
  }

  /**
   * For people: two decimals below 10, one below 1000, none above, and none where they would all be
   * zero.
   *
   * @param number a finite number
   */
  static BigDecimal brief(BigDecimal number) {
    BigDecimal size = number.abs();
    int decimals =
        size.compareTo(BigDecimal.TEN) < 0
            ? 2
            : size.compareTo(BigDecimal.valueOf(1000)) < 0 ? 1 : 0;
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    boolean whole = rounded.stripTrailingZeros().scale() <= 0;
    return whole ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
  }
}
