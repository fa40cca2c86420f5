package dev.fastsim.units;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and the unit written after it.
 *
 * @param number the number, exactly as written
 * @param unit the unit without any spaces; empty where none was written
 */
record Quantity(BigDecimal number, String unit) {

  // Three digits of exponent are plenty, and keep the decimal arithmetic from growing without
  // bounds.
  private static final Pattern PART =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)([^\\d.+-]*)");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** The one quantity in the text, non-negative, which must be all there is. */
  static Quantity one(String text, UnitTable table) {
    List<Quantity> parts = all(text, table);
    if (parts.size() > 1) {
      throw table.wrong(text, "it holds more than one number");
    }
    return parts.get(0);
  }

  /** The quantities in the text one after the other, non-negative, at least one. */
  static List<Quantity> all(String text, UnitTable table) {
    List<Quantity> parts = new ArrayList<>();
    Matcher part = PART.matcher(text.strip());
    while (part.lookingAt()) {
      BigDecimal number = new BigDecimal(part.group(1));
      if (number.signum() < 0) {
        throw table.wrong(text, "it is negative");
      }
      parts.add(new Quantity(number, SPACES.matcher(part.group(2)).replaceAll("")));
      part.region(part.end(), part.regionEnd());
    }
    if (parts.isEmpty() || part.regionStart() != part.regionEnd()) {
      throw table.wrong(
          text,
          parts.isEmpty() ? "it does not begin with a number" : "it has a stray sign or point");
    }
    return parts;
  }
}
