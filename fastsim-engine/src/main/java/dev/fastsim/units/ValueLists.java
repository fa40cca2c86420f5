package dev.fastsim.units;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Several values as text: {@code "1,2,4"}, {@code "1..10"}, {@code "0.5..2/0.25"}. */
@API(status = API.Status.EXPERIMENTAL)
public final class ValueLists {

  private static final int MOST = 10_000;
  private static final Pattern RANGE =
      Pattern.compile("\\s*([-\\d.]+?)\\s*\\.\\.\\s*([-\\d.]+)\\s*(?:/\\s*([-\\d.]+)\\s*)?");

  private ValueLists() {}

  /**
   * Reads plain numbers.
   *
   * @return in the order they are given
   * @throws IllegalArgumentException if one is none, or a range does not go up
   */
  public static List<Double> parse(String text) {
    return parse(text, each -> number(each).doubleValue());
  }

  /**
   * Reads values.
   *
   * @param parser of one that is not part of a range
   * @return in the order they are given, at most 10 000
   * @throws IllegalArgumentException if one is refused by the parser, or a range does not go up
   */
  public static List<Double> parse(String text, ToDoubleFunction<String> parser) {
    List<Double> values = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        addRange(range, values);
      } else {
        values.add(parser.applyAsDouble(part.strip()));
      }
    }
    return values;
  }

  private static void addRange(Matcher range, List<Double> values) {
    BigDecimal from = number(range.group(1));
    BigDecimal to = number(range.group(2));
    BigDecimal step = range.group(3) == null ? BigDecimal.ONE : number(range.group(3));
    if (step.signum() <= 0 || from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "a range goes up, in steps above 0, but is " + range.group().strip());
    }
    for (BigDecimal each = from; each.compareTo(to) <= 0; each = each.add(step)) {
      values.add(each.doubleValue());
      if (values.size() > MOST) {
        throw new IllegalArgumentException("there are more than " + MOST + " values");
      }
    }
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "'%s' is not a number; values are written 1,2,4 or 1..10 or 0.5..2/0.25".formatted(text),
          wrong);
    }
  }
}
