package dev.fastsim.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Shares of a whole, 0 to 1, as text: {@code "80%"} or {@code "0.8"}. Probabilities are shares too.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Shares {

  private static final UnitTable UNITS =
      new UnitTable(
          "a share",
          "a percentage of 0% to 100% or a number of 0 to 1",
          "80%",
          List.of(Unit.of("%", "0.01", "percent", "pct")));

  private Shares() {}

  /**
   * Reads a share.
   *
   * @return 0 to 1
   * @throws UnitFormatException if the text is neither a percentage of 0% to 100% nor a number of 0
   *     to 1
   */
  public static double parse(String text) {
    Quantity found = Quantity.one(text, UNITS);
    boolean plain = found.unit().isEmpty();
    BigDecimal size = plain ? BigDecimal.ONE : UNITS.find(text, found.unit()).size();
    BigDecimal share = found.number().multiply(size);
    if (share.compareTo(BigDecimal.ONE) > 0) {
      boolean percent = plain && found.number().compareTo(BigDecimal.valueOf(100)) <= 0;
      String meant = percent ? ", did you mean " + text.strip() + "%?" : "";
      throw UNITS.wrong(text, "it is more than the whole" + meant);
    }
    return share.doubleValue();
  }

  /**
   * Prints a share as a percentage of three significant digits: {@code "80%"}, {@code "12.5%"},
   * {@code "0.05%"}; near the whole the digits are those of what is missing, so that {@code 0.9999}
   * is {@code "99.99%"} and not 100%.
   *
   * @param share usually 0 to 1; what is not finite prints as "n/a"
   */
  public static String format(double share) {
    if (!Double.isFinite(share)) {
      return "n/a";
    }
    BigDecimal exact = Decimals.shortest(share);
    BigDecimal missing = BigDecimal.ONE.subtract(exact);
    boolean nearWhole = missing.signum() > 0 && missing.compareTo(new BigDecimal("0.01")) < 0;
    BigDecimal rounded = nearWhole ? BigDecimal.ONE.subtract(digits(missing, 2)) : digits(exact, 3);
    return Decimals.plain(rounded.movePointRight(2)) + "%";
  }

  private static BigDecimal digits(BigDecimal number, int digits) {
    return number.round(new MathContext(digits, RoundingMode.HALF_UP));
  }

  /**
   * Prints a share so that {@link #parse} gives back this very double: {@code "12.5%"}.
   *
   * @param share 0 to 1
   */
  public static String exact(double share) {
    return Decimals.plain(Decimals.shortest(share).movePointRight(2)) + "%";
  }

  /**
   * A regular expression that every text of a share matches, in the syntax that Java and ECMAScript
   * share.
   */
  public static String pattern() {
    return "^\\s*" + UNITS.pattern() + "?\\s*$";
  }
}
