package dev.fastsim.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Byte sizes as text: {@code "2 GiB"}, {@code "1.5 MB"}, {@code "512 B"}.
 *
 * <p>kB, MB, GB and TB are powers of 1000; KiB, MiB, GiB and TiB are powers of 1024. Nothing else
 * is read, because "2 G" and "64 KB" mean different things to different people.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ByteSizes {

  private static final UnitTable UNITS =
      UnitTable.of(
          "a byte size",
          "2 GiB",
          List.of(
              Unit.of("B", "1", "byte", "bytes"),
              Unit.of("kB", "1e3", "k", "kb"),
              Unit.of("KiB", "1024", "kib"),
              Unit.of("MB", "1e6", "m", "mb", "megabytes"),
              Unit.of("MiB", "1048576", "mi", "mib"),
              Unit.of("GB", "1e9", "g", "gb", "gigabytes"),
              Unit.of("GiB", "1073741824", "gi", "gib"),
              Unit.of("TB", "1e12", "t", "tb", "terabytes"),
              Unit.of("TiB", "1099511627776", "ti", "tib")));

  /** Below it every whole number is a double. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

  private static final BigDecimal STEP = BigDecimal.valueOf(1024);
  private static final List<String> PRINTED = List.of("B", "KiB", "MiB", "GiB", "TiB");

  private ByteSizes() {}

  /**
   * Reads a byte size, rounded half up to whole bytes.
   *
   * @throws UnitFormatException if the text is not a byte size of 0 to 8192 TiB
   */
  public static long parseBytes(String text) {
    Quantity found = Quantity.one(text, UNITS);
    BigDecimal bytes = found.number().multiply(UNITS.find(text, found.unit()).size());
    if (bytes.compareTo(LARGEST) > 0) {
      throw UNITS.wrong(text, "it is more than 8192 TiB");
    }
    return bytes.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /**
   * Prints a byte size for people, in powers of 1024: {@code "2 GiB"}, {@code "1.50 MiB"}.
   *
   * @param bytes bytes; a difference may be negative, and what is not finite prints as "n/a"
   */
  public static String format(double bytes) {
    if (!Double.isFinite(bytes)) {
      return "n/a";
    }
    BigDecimal value = new BigDecimal(bytes);
    int unit = 0;
    while (unit < PRINTED.size() - 1 && Decimals.brief(value.abs()).compareTo(STEP) >= 0) {
      value = value.divide(STEP);
      unit++;
    }
    return Decimals.brief(value).toPlainString() + " " + PRINTED.get(unit);
  }

  /**
   * Prints a byte size so that {@link #parseBytes} gives back this very one, in the unit that makes
   * the number smallest: {@code "2 GiB"}, {@code "1500 kB"}.
   *
   * @param bytes not negative
   */
  public static String exact(long bytes) {
    BigDecimal size = BigDecimal.valueOf(bytes);
    Unit best = UNITS.units().get(0);
    for (Unit unit : UNITS.units()) {
      if (bytes > 0 && size.remainder(unit.size()).signum() == 0) {
        best = unit;
      }
    }
    return Decimals.plain(size.divide(best.size())) + " " + best.symbol();
  }

  /**
   * A regular expression that every text of a byte size matches, in the syntax that Java and
   * ECMAScript share.
   */
  public static String pattern() {
    return "^\\s*" + UNITS.pattern() + "\\s*$";
  }
}
