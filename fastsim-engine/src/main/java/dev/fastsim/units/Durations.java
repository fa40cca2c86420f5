package dev.fastsim.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Durations as text: {@code "1.5 ms"}, {@code "250us"}, {@code "2 min"}, {@code "1 h 30 min"}.
 *
 * <p>The units are ns, us (or µs), ms, s, min, h and d; spaces are optional; several parts must go
 * from large units to small ones. A duration is never negative and never longer than 1000 days.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Durations {

  private static final UnitTable UNITS =
      UnitTable.of(
          "a duration",
          "1.5 ms",
          List.of(
              Unit.of("ns", "1", "nano", "nanos", "nsec", "nanosecond", "nanoseconds"),
              Unit.of(
                  "us", "1e3", "u", "µ", "micro", "micros", "usec", "microsecond", "microseconds"),
              Unit.of(
                  "ms", "1e6", "milli", "millis", "msec", "msecs", "millisecond", "milliseconds"),
              Unit.of("s", "1e9", "sec", "secs", "second", "seconds"),
              Unit.of("min", "60e9", "m", "mins", "minute", "minutes"),
              Unit.of("h", "3600e9", "hr", "hrs", "hour", "hours"),
              Unit.of("d", "86400e9", "day", "days")));

  private static final BigDecimal LONGEST = new BigDecimal("86400e12");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Durations() {}

  /**
   * Reads a duration, rounded half up to whole nanoseconds.
   *
   * @throws UnitFormatException if the text is not a duration of 0 to 1000 days
   */
  public static long parseNanos(String text) {
    return nanos(text).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /**
   * Reads a duration as the double nearest to it, in seconds; parts of a nanosecond are kept.
   *
   * @throws UnitFormatException if the text is not a duration of 0 to 1000 days
   */
  public static double parseSeconds(String text) {
    return nanos(text).movePointLeft(9).doubleValue();
  }

  private static BigDecimal nanos(String text) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal before = LONGEST;
    for (Quantity part : Quantity.all(text, UNITS)) {
      Unit unit = UNITS.find(text, part.unit().replace('µ', 'u').replace('μ', 'u'));
      if (unit.size().compareTo(before) >= 0) {
        throw UNITS.wrong(text, "its parts do not go from large units to small ones");
      }
      before = unit.size();
      total = total.add(part.number().multiply(unit.size()));
    }
    if (total.compareTo(LONGEST) > 0) {
      throw UNITS.wrong(text, "it is longer than 1000 days");
    }
    return total;
  }

  /**
   * Prints a duration for people: {@code "163.2 ms"}, {@code "1.50 s"}, {@code "950 us"}, {@code "2
   * min 5 s"}.
   *
   * @param nanos nanoseconds; a difference may be negative, and what is not a number prints as
   *     "n/a"
   */
  public static String format(double nanos) {
    if (Double.isNaN(nanos)) {
      return "n/a";
    }
    if (Double.isInfinite(nanos)) {
      return nanos > 0 ? "unbounded" : "-unbounded";
    }
    BigDecimal size = new BigDecimal(Math.abs(nanos));
    String text = size.compareTo(new BigDecimal("119.95e9")) < 0 ? scaled(size) : clock(size);
    return nanos < 0 && !text.equals("0 ns") ? "-" + text : text;
  }

  private static String scaled(BigDecimal nanos) {
    BigDecimal value = nanos;
    int unit = 0;
    while (unit < 3 && Decimals.brief(value).compareTo(THOUSAND) >= 0) {
      value = value.movePointLeft(3);
      unit++;
    }
    return Decimals.brief(value) + " " + UNITS.units().get(unit).symbol();
  }

  private static String clock(BigDecimal nanos) {
    BigDecimal seconds = nanos.movePointLeft(9);
    if (seconds.compareTo(BigDecimal.valueOf(7200)) < 0) {
      return pair(seconds, 1, "s", 60, "min");
    }
    boolean hours = seconds.compareTo(BigDecimal.valueOf(172_800)) < 0;
    return hours ? pair(seconds, 60, "min", 60, "h") : pair(seconds, 3600, "h", 24, "d");
  }

  private static String pair(
      BigDecimal seconds, int size, String small, int perLarge, String large) {
    BigDecimal whole = seconds.divide(BigDecimal.valueOf(size), 0, RoundingMode.HALF_UP);
    BigDecimal[] parts = whole.divideAndRemainder(BigDecimal.valueOf(perLarge));
    String head = parts[0].toPlainString() + " " + large;
    return parts[1].signum() == 0 ? head : head + " " + parts[1].toPlainString() + " " + small;
  }

  /**
   * Prints a duration so that {@link #parseSeconds} gives back this very double: {@code "3 ms"}.
   *
   * @param seconds a finite number of seconds, not negative
   */
  public static String exact(double seconds) {
    BigDecimal value = Decimals.shortest(seconds);
    int unit = 3;
    while (unit > 0 && value.compareTo(BigDecimal.ONE) < 0) {
      value = value.movePointRight(3);
      unit--;
    }
    return Decimals.plain(value) + " " + UNITS.units().get(unit).symbol();
  }

  /**
   * Prints a duration so that {@link #parseNanos} gives back this very one: {@code "1.5 ms"},
   * {@code "1 min 30 s"}.
   *
   * @param duration not negative
   */
  public static String exact(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds())
            .add(BigDecimal.valueOf(duration.getNano()).movePointLeft(9));
    if (seconds.signum() == 0) {
      return "0 s";
    }
    int unit = 3;
    while (unit > 0 && seconds.movePointRight(9).compareTo(UNITS.units().get(unit).size()) < 0) {
      unit--;
    }
    if (unit < 3) {
      Unit small = UNITS.units().get(unit);
      return Decimals.plain(seconds.movePointRight(9).divide(small.size())) + " " + small.symbol();
    }
    List<String> parts = new ArrayList<>();
    BigDecimal rest = seconds.movePointRight(9);
    for (int i = UNITS.units().size() - 1; i > unit; i--) {
      BigDecimal[] split = rest.divideAndRemainder(UNITS.units().get(i).size());
      if (split[0].signum() > 0) {
        parts.add(split[0].toBigInteger() + " " + UNITS.units().get(i).symbol());
      }
      rest = split[1];
    }
    if (rest.signum() > 0) {
      parts.add(Decimals.plain(rest.movePointLeft(9)) + " s");
    }
    return String.join(" ", parts);
  }

  /**
   * A regular expression that every text of a duration matches, in the syntax that Java and
   * ECMAScript share.
   */
  public static String pattern() {
    return "^\\s*(" + UNITS.pattern().replace("us", "[uµμ]s") + "\\s*)+$";
  }
}
