package dev.fastsim.yaml;

import java.util.Optional;
import java.util.function.Function;

/** Values that have a text of their own, such as {@code 1.5 ms}. */
final class QuantityText {

  /** The exact arithmetic of quantities would take long over more digits than anybody needs. */
  private static final int LONGEST = 1000;

  private QuantityText() {}

  /**
   * @param expected what it is, with an example
   * @param pattern that every text of it matches
   * @param parser throws {@link IllegalArgumentException} for a wrong text
   * @param printer a text that the parser reads as an equal value, if there is one
   */
  static <T> ScalarShape<T> of(
      String expected, String pattern, Function<String, T> parser, Function<T, String> printer) {
    return new ScalarShape<>(
        new Value.Described<>(expected, (node, findings) -> read(expected, parser, node, findings)),
        value -> YamlText.plain(exact(value, parser, printer)),
        Scalars.schema("type", "string", "pattern", pattern));
  }

  private static <T> Optional<T> read(
      String expected, Function<String, T> parser, YamlNode node, Findings findings) {
    if (!(node instanceof YamlNode.Scalar scalar)
        || scalar.kind() == YamlNode.Kind.NULL
        || scalar.kind() == YamlNode.Kind.BOOLEAN
        || scalar.text().length() > LONGEST) {
      findings.mistake(node, expected, "");
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(scalar.text()));
    } catch (IllegalArgumentException refused) {
      findings.mistake(node, expected, Quote.sentence(refused, scalar.text()));
      return Optional.empty();
    }
  }

  private static <T> String exact(
      T value, Function<String, T> parser, Function<T, String> printer) {
    try {
      String text = printer.apply(value);
      if (text.length() <= LONGEST && parser.apply(text).equals(value)) {
        return text;
      }
    } catch (IllegalArgumentException unreadable) {
      throw new UnwritableException(
          "no text stands for %s (%s)".formatted(value, unreadable.getMessage()));
    }
    throw new UnwritableException("no text stands for exactly " + value);
  }
}
