package dev.fastsim.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces {@code ${name:default}} in values: by what the settings say of the name, else by the
 * default. The environment is not asked.
 */
final class Placeholders {

  private static final String OPEN = "${";

  private final Function<String, Optional<String>> texts;

  /** The names being resolved, so that a circle is noticed. */
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param texts what the settings say of a name, placeholders included
   */
  Placeholders(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /**
   * The text without placeholders.
   *
   * @throws IllegalArgumentException if one cannot be resolved; the message is what was found
   */
  String resolve(String text) {
    int start = text.indexOf(OPEN);
    if (start < 0) {
      return text;
    }
    int end = end(text, start + OPEN.length());
    if (end < 0) {
      throw new IllegalArgumentException("a placeholder that is not closed in \"" + text + "\"");
    }
    String inner = text.substring(start + OPEN.length(), end);
    return text.substring(0, start) + value(inner) + resolve(text.substring(end + 1));
  }

  /** Where the brace is that closes what was opened before. */
  private static int end(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith(OPEN, i)) {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private String value(String placeholder) {
    int separator = separator(placeholder);
    String name =
        Property.name(separator < 0 ? placeholder : placeholder.substring(0, separator)).strip();
    Optional<String> said = texts.apply(name);
    if (said.isPresent()) {
      if (open.contains(name)) {
        throw new IllegalArgumentException("placeholders in a circle through ${" + name + "}");
      }
      open.push(name);
      String value = resolve(said.get());
      open.pop();
      return value;
    }
    if (separator < 0) {
      throw new IllegalArgumentException("the placeholder ${" + placeholder + "} without default");
    }
    return resolve(placeholder.substring(separator + 1));
  }

  /** The first colon that is not inside a placeholder; -1 if there is none. */
  private static int separator(String placeholder) {
    int depth = 0;
    for (int i = 0; i < placeholder.length(); i++) {
      if (placeholder.startsWith(OPEN, i)) {
        depth++;
      } else if (placeholder.charAt(i) == '}') {
        depth--;
      } else if (placeholder.charAt(i) == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
