package dev.fastsim.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Rates as text, so many per unit of time: {@code "400/s"}, {@code "6000 / min"}, {@code "1e6/h"},
 * {@code "5/d"}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Rates {

  private static final UnitTable UNITS =
      UnitTable.of(
          "a rate",
          "400/s",
          List.of(
              Unit.of(
                  "/s",
                  "1",
                  "/sec",
                  "/second",
                  "persecond",
                  "rps",
                  "qps",
                  "tps",
                  "hz",
                  "s",
                  "req/s"),
              Unit.of("/min", "60", "/m", "/minute", "perminute", "rpm", "min", "m", "req/min"),
              Unit.of("/h", "3600", "/hr", "/hour", "perhour", "h", "req/h"),
              Unit.of("/d", "86400", "/day", "perday", "d", "req/d")));

  private Rates() {}

  /**
   * Reads a rate as the double nearest to it, per second.
   *
   * @throws UnitFormatException if the text is not a finite rate of 0 or more
   */
  public static double parsePerSecond(String text) {
    Quantity found = Quantity.one(text, UNITS);
    BigDecimal seconds = UNITS.find(text, found.unit()).size();
    double rate = found.number().divide(seconds, MathContext.DECIMAL128).doubleValue();
    if (Double.isInfinite(rate)) {
      throw UNITS.wrong(text, "it is too large");
    }
    return rate;
  }

  /**
   * Prints a rate for people: {@code "400/s"}, and {@code "30/min"} or {@code "12/h"} where it is
   * less than one.
   *
   * @param perSecond per second; what is not finite prints as "n/a"
   */
  public static String format(double perSecond) {
    if (!Double.isFinite(perSecond)) {
      return "n/a";
    }
    BigDecimal rate = new BigDecimal(perSecond);
    for (Unit unit : UNITS.units()) {
      BigDecimal count = Decimals.brief(rate.multiply(unit.size()));
      if (perSecond == 0 || count.abs().compareTo(BigDecimal.ONE) >= 0) {
        return count.toPlainString() + unit.symbol();
      }
    }
    return Decimals.brief(rate.multiply(BigDecimal.valueOf(86_400))).toPlainString() + "/d";
  }

  /**
   * Prints a rate so that {@link #parsePerSecond} gives back this very double: {@code "400/s"}.
   *
   * @param perSecond finite, not negative
   */
  public static String exact(double perSecond) {
    return Decimals.exact(perSecond) + "/s";
  }

  /**
   * A regular expression that every text of a rate matches, in the syntax that Java and ECMAScript
   * share.
   */
  public static String pattern() {
    return "^\\s*" + UNITS.pattern().replace("/", "\\s*/\\s*") + "\\s*$";
  }
}
