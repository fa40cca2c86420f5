package dev.fastsim.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a document counts: {@code prod}, {@code !test}, {@code prod & (eu | us)}. As in Spring,
 * {@code &} and {@code |} are not mixed without parentheses.
 */
final class ProfileExpression {

  private static final Pattern TOKEN = Pattern.compile("\\s*([()&|!]|[^()&|!\\s]+)");

  private final List<String> tokens;
  private final Set<String> active;
  private int at;

  private ProfileExpression(List<String> tokens, Set<String> active) {
    this.tokens = tokens;
    this.active = active;
  }

  /**
   * Whether an expression holds.
   *
   * @throws IllegalArgumentException if it is none
   */
  static boolean holds(String text, Set<String> active) {
    List<String> tokens = TOKEN.matcher(text).results().map(found -> found.group(1)).toList();
    ProfileExpression expression = new ProfileExpression(tokens, active);
    boolean holds = expression.operation();
    if (expression.at < tokens.size()) {
      throw new IllegalArgumentException("'%s' too much".formatted(expression.peek()));
    }
    return holds;
  }

  private boolean operation() {
    boolean value = operand();
    String operator = peek();
    if (!operator.equals("&") && !operator.equals("|")) {
      return value;
    }
    while (peek().equals("&") || peek().equals("|")) {
      if (!peek().equals(operator)) {
        throw new IllegalArgumentException("& and | mixed without parentheses");
      }
      at++;
      boolean next = operand();
      value = operator.equals("&") ? value & next : value | next;
    }
    return value;
  }

  private boolean operand() {
    String token = peek();
    at++;
    if (token.equals("!")) {
      return !operand();
    } else if (token.equals("(")) {
      boolean value = operation();
      if (!peek().equals(")")) {
        throw new IllegalArgumentException("no closing parenthesis");
      }
      at++;
      return value;
    } else if (token.isEmpty() || token.matches("[)&|]")) {
      throw new IllegalArgumentException(
          token.isEmpty() ? "no profile at its end" : "no profile before '" + token + "'");
    }
    return active.contains(token);
  }

  /** The next token; empty at the end. */
  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  /** The names in {@code a, b}. */
  static List<String> names(String text) {
    return Pattern.compile(",")
        .splitAsStream(text)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
