package dev.fastsim.yaml;

import java.util.Optional;
import java.util.regex.Pattern;

/** Scalars as numbers. */
final class Numbers {

  private static final int SAFE_DIGITS = 15;
  private static final double LARGEST_EXACT = 1L << 53;
  private static final int LONGEST_HINT = 20;
  private static final Pattern QUOTED =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern GROUPED = Pattern.compile("[-+]?\\d+([_,]\\d+)+");

  private Numbers() {}

  /** A whole number of at most 15 digits, or a decimal without fraction. */
  static Optional<Long> whole(YamlNode node) {
    if (isA(node, YamlNode.Kind.WHOLE)) {
      return whole(((YamlNode.Scalar) node).text());
    }
    return finite(node)
        .filter(number -> number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT)
        .map(Double::longValue);
  }

  private static Optional<Long> whole(String text) {
    String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : 10;
    digits = (radix == 10 ? digits : digits.substring(2)).replaceFirst("^0+(?=.)", "");
    if (digits.length() > SAFE_DIGITS) {
      return Optional.empty();
    }
    long size = Long.parseLong(digits, radix);
    return Optional.of(text.startsWith("-") ? -size : size);
  }

  /** A number that is neither infinite nor {@code .nan}. */
  static Optional<Double> finite(YamlNode node) {
    if (isA(node, YamlNode.Kind.WHOLE)) {
      String text = ((YamlNode.Scalar) node).text();
      Optional<Double> exact = whole(text).map(Long::doubleValue);
      return exact.isPresent() || text.contains("x") || text.contains("o")
          ? exact
          : finite(Double.parseDouble(text));
    }
    if (isA(node, YamlNode.Kind.DECIMAL)) {
      String text = ((YamlNode.Scalar) node).text();
      return Character.isLetter(text.charAt(text.length() - 1))
          ? Optional.empty()
          : finite(Double.parseDouble(text));
    }
    return Optional.empty();
  }

  private static Optional<Double> finite(double number) {
    return Optional.of(number).filter(Double::isFinite);
  }

  /** How to turn what looks like a number into one. */
  static String hint(YamlNode node) {
    if (!isA(node, YamlNode.Kind.TEXT)) {
      return "";
    }
    String text = ((YamlNode.Scalar) node).text();
    if (text.length() > LONGEST_HINT) {
      return "";
    } else if (QUOTED.matcher(text).matches()) {
      return "remove the quotes";
    } else if (GROUPED.matcher(text).matches()) {
      return "write " + text.replace("_", "").replace(",", "");
    }
    return "";
  }

  /** The words for the ends of a range of whole numbers. */
  static String from(long least, long most) {
    return most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
  }

  private static boolean isA(YamlNode node, YamlNode.Kind kind) {
    return node instanceof YamlNode.Scalar scalar && scalar.kind() == kind;
  }
}
