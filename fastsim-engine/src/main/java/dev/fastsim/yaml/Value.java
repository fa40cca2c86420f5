package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a value of one kind from a node. What is wrong becomes a mistake, and then there is no
 * value.
 */
@FunctionalInterface
interface Value<T> {

  /** The value; empty if the node holds none of this kind, which is among the findings then. */
  Optional<T> read(YamlNode node, Findings findings);

  /** What it reads, in the words of a message: {@code a whole number of at least 1}. */
  default String expected() {
    return "a value";
  }

  /** Longest text, so that names made of names stay short. */
  int LONGEST_TEXT = 250;

  /** Text that is not blank, quoted or not, of at most 250 characters. */
  static Value<String> text() {
    return new Described<>(
        "text",
        (node, findings) -> {
          if (!(node instanceof YamlNode.Scalar scalar) || scalar.kind() == YamlNode.Kind.NULL) {
            findings.mistake(node, "text", "");
          } else if (scalar.kind() != YamlNode.Kind.TEXT) {
            findings.mistake(node, "text", "write " + Quote.text(scalar.text()));
          } else if (scalar.text().isBlank()) {
            findings.mistake(node, "text that is not blank", "");
          } else if (scalar.text().length() > LONGEST_TEXT) {
            findings.mistake(node, "text of at most " + LONGEST_TEXT + " characters", "");
          } else {
            return Optional.of(scalar.text());
          }
          return Optional.empty();
        });
  }

  /** A whole number; {@code 5.0} is one. */
  static Value<Long> whole(long least, long most) {
    String expected = "a whole number " + Numbers.from(least, most);
    return new Described<>(
        expected,
        (node, findings) -> {
          Optional<Long> number =
              Numbers.whole(node).filter(found -> found >= least && found <= most);
          if (number.isEmpty()) {
            findings.mistake(node, expected, Numbers.hint(node));
          }
          return number;
        });
  }

  /** A finite number. */
  static Value<Double> number(Range range) {
    String expected = "a number " + range;
    return new Described<>(
        expected,
        (node, findings) -> {
          Optional<Double> number = Numbers.finite(node).filter(range::contains);
          if (number.isEmpty()) {
            findings.mistake(node, expected, Numbers.hint(node));
          }
          return number;
        });
  }

  /** One of the words, which stands for something. */
  static <T> Value<T> word(Map<String, T> meanings) {
    String expected = Findings.oneOf(meanings.keySet());
    return new Described<>(
        expected,
        (node, findings) -> {
          String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
          Optional<T> meaning = Optional.ofNullable(meanings.get(text));
          if (meaning.isEmpty()) {
            findings.mistake(node, expected, Findings.suggestion(text, meanings.keySet()));
          }
          return meaning;
        });
  }

  /**
   * A list; there is none if an item is wrong, but every item is read. An empty list is one.
   *
   * @param items what they are, in the plural
   */
  static <T> Value<List<T>> list(String items, Value<T> item) {
    return list(items, item, Integer.MAX_VALUE);
  }

  /** As {@link #list(String, Value)}, and a list of more than so many is a mistake. */
  static <T> Value<List<T>> list(String items, Value<T> item, int most) {
    String expected = "a list of " + items;
    return new Described<>(
        expected,
        (node, findings) -> {
          if (!(node instanceof YamlNode.Sequence sequence)) {
            findings.mistake(node, expected, "start each item with a dash");
            return Optional.empty();
          }
          int size = sequence.items().size();
          if (size > most) {
            findings.mistake(node, "a list of " + size, "at most " + most + " " + items, "");
            return Optional.empty();
          }
          List<T> read = new ArrayList<>();
          sequence.items().forEach(each -> item.read(each, findings).ifPresent(read::add));
          return read.size() == size ? Optional.of(read) : Optional.empty();
        });
  }

  /** The value together with its node, for rules that look at it later. */
  static <T> Value<Located<T>> located(Value<T> value) {
    return new Described<>(
        value.expected(),
        (node, findings) -> value.read(node, findings).map(read -> new Located<>(read, node)));
  }

  /** A mapping with certain keys, read by {@link Fields}. */
  static <T> Value<T> mapping(Value<T> reader) {
    return new Described<>("a mapping", reader);
  }

  /** A value and where it is written. */
  record Located<T>(T value, YamlNode node) {}

  /** A way to read with the words for it. */
  record Described<T>(String expected, Value<T> reader) implements Value<T> {
    @Override
    public Optional<T> read(YamlNode node, Findings findings) {
      return reader.read(node, findings);
    }
  }
}
