package dev.fastsim.random;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text form of a distribution from left to right:
 *
 * <pre>
 * distribution = value | name "(" [argument {"," argument}] ")"
 * argument     = [name "="] value
 * </pre>
 *
 * <p>A value ends at a comma, an equals sign or a closing parenthesis, unless it stands in quotes.
 */
final class DistributionText {

  /**
   * One argument as written.
   *
   * @param name null where it stands by position alone
   * @param nameColumn where the name begins, else the value
   */
  record Argument(@Nullable String name, int nameColumn, String value, int column) {}

  private static final String DELIMITERS = ",=)";

  private final String text;
  private final Notation notation;
  private int at;

  DistributionText(String text, Notation notation) {
    this.text = text;
    this.notation = notation;
  }

  Distribution parse() {
    skipSpaces();
    if (at < text.length() && !Character.isLetter(text.charAt(at))) {
      return value();
    }
    int column = column();
    String name = word();
    if (name.isEmpty()) {
      throw expected("a value or the name of a distribution");
    }
    Family family = Family.named(text, column, name, notation);
    expect('(');
    List<Argument> arguments = arguments();
    int closing = column();
    expect(')');
    skipSpaces();
    if (at < text.length()) {
      throw expected("nothing after the closing parenthesis");
    }
    return new Binding(text, notation, family, column).bind(arguments, closing);
  }

  private Distribution value() {
    int column = column();
    try {
      return new Constant(notation.read(text.strip()));
    } catch (IllegalArgumentException e) {
      throw DistributionFormatException.badValue(text, column, String.valueOf(e.getMessage()));
    }
  }

  private List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    skipSpaces();
    if (at < text.length() && text.charAt(at) == ')') {
      return arguments;
    }
    arguments.add(argument());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      arguments.add(argument());
    }
    return arguments;
  }

  private Argument argument() {
    skipSpaces();
    int nameColumn = column();
    String first = chunk("a parameter");
    if (at >= text.length() || text.charAt(at) != '=') {
      return new Argument(null, nameColumn, first, nameColumn);
    }
    at++;
    skipSpaces();
    int column = column();
    return new Argument(first, nameColumn, chunk("a value for " + first), column);
  }

  /** What stands in quotes, or all until the next delimiter; then the spaces after it. */
  private String chunk(String what) {
    char first = at < text.length() ? text.charAt(at) : ',';
    boolean quoted = first == '"' || first == '\'';
    int start = quoted ? at + 1 : at;
    at = start;
    while (at < text.length() && (quoted ? text.charAt(at) != first : !isDelimiter())) {
      at++;
    }
    String chunk = quoted ? text.substring(start, at) : text.substring(start, at).strip();
    if (quoted) {
      expect(first);
      skipSpaces();
    }
    if (chunk.isEmpty()) {
      throw expected(what);
    }
    return chunk;
  }

  private boolean isDelimiter() {
    return DELIMITERS.indexOf(text.charAt(at)) >= 0;
  }

  private String word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    skipSpaces();
    return word;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private void expect(char wanted) {
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw expected("'" + wanted + "'");
    }
    at++;
  }

  private DistributionFormatException expected(String what) {
    return DistributionFormatException.expected(text, column(), what, text.substring(at).strip());
  }

  private void skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private int column() {
    return at + 1;
  }

  /** The word as a value of this text, in quotes where it needs them. */
  static String quoted(String word) {
    boolean plain = word.chars().noneMatch(c -> " ,='\"()".indexOf(c) >= 0) && !word.isEmpty();
    char quote = word.indexOf('"') < 0 ? '"' : '\'';
    return plain ? word : quote + word + quote;
  }
}
