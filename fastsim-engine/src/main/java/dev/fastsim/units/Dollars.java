package dev.fastsim.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Amounts of money as text, {@code "$0.01"}, and what something costs by the hour, {@code
 * "$0.05/h"}. Amounts are decimals and stay exact; none is finer than a billionth of a dollar.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Dollars {

  /** Digits after the point: a nano-dollar is the least amount there is. */
  public static final int SCALE = 9;

  private static final String NUMBER = "(\\d+\\.?\\d*|\\.\\d+)";
  private static final Pattern AMOUNT = Pattern.compile("\\s*\\$\\s*" + NUMBER + "\\s*");
  private static final Pattern HOURLY =
      Pattern.compile("\\s*\\$\\s*" + NUMBER + "\\s*/\\s*([A-Za-z]+)\\s*");

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Dollars() {}

  /**
   * Reads an amount.
   *
   * @throws UnitFormatException if the text is not an amount of 0 or more
   */
  public static BigDecimal parse(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw notAnAmount(text, text.contains("$") ? "it is not a number" : "it has no $");
    }
    return exactly(new BigDecimal(amount.group(1)), text);
  }

  /**
   * Reads what something costs in an hour.
   *
   * @throws UnitFormatException if the text is not an amount of 0 or more by the hour
   */
  public static BigDecimal parsePerHour(String text) {
    Matcher hourly = HOURLY.matcher(text);
    if (!hourly.matches()) {
      throw notAPrice(text, text.contains("$") ? "it does not say by which time" : "it has no $");
    } else if (!hourly.group(2).equals("h")) {
      throw notAPrice(text, "it is not by the hour (a month is 730 h)");
    }
    return exactly(new BigDecimal(hourly.group(1)), text);
  }

  private static BigDecimal exactly(BigDecimal amount, String text) {
    if (amount.stripTrailingZeros().scale() > SCALE) {
      throw notAnAmount(text, "it has more than 9 digits after the point");
    }
    return amount;
  }

  private static UnitFormatException notAnAmount(String text, String reason) {
    return UnitFormatException.notA("an amount", text, reason, "$ and a decimal", "$0.01");
  }

  private static UnitFormatException notAPrice(String text, String reason) {
    return UnitFormatException.notA("a price", text, reason, "$, a decimal and /h", "$0.05/h");
  }

  /**
   * Prints an amount for people: three significant digits of what is less than a dollar, cents of
   * what is less than a thousand, and whole dollars above: {@code "$0.00123"}, {@code "$36.50"},
   * {@code "$12 345"}.
   *
   * @param dollars what is not finite prints as "n/a"
   */
  public static String format(double dollars) {
    return Double.isFinite(dollars) ? format(Decimals.shortest(dollars)) : "n/a";
  }

  /** Prints an amount for people. */
  public static String format(BigDecimal dollars) {
    BigDecimal size = dollars.abs();
    String sign = dollars.signum() < 0 ? "-" : "";
    if (size.compareTo(BigDecimal.ONE) < 0) {
      BigDecimal rounded = size.round(new MathContext(3, RoundingMode.HALF_UP));
      return sign + "$" + Decimals.plain(rounded);
    } else if (size.compareTo(THOUSAND) < 0) {
      return sign + "$" + size.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
    return sign + "$" + Counts.format(size.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /** Prints an amount so that {@link #parse} gives back this very number: {@code "$0.05"}. */
  public static String exact(BigDecimal dollars) {
    return "$" + dollars.stripTrailingZeros().toPlainString();
  }

  /** Prints a price so that {@link #parsePerHour} gives it back: {@code "$0.05/h"}. */
  public static String exactPerHour(BigDecimal dollars) {
    return exact(dollars) + "/h";
  }

  /**
   * A regular expression that every text of an amount matches, in the syntax that Java and
   * ECMAScript share.
   */
  public static String pattern() {
    return "^\\s*\\$\\s*" + NUMBER + "\\s*$";
  }

  /** The same of a price by the hour. */
  public static String patternPerHour() {
    return "^\\s*\\$\\s*" + NUMBER + "\\s*/\\s*h\\s*$";
  }
}
