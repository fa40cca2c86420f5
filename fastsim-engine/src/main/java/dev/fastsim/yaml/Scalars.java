package dev.fastsim.yaml;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Notation;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Decimals;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The single values of files. */
final class Scalars {

  private static final String AUTO = "auto";

  private Scalars() {}

  /** Text that is not blank, and not too long. */
  static Shape<String> text() {
    return new ScalarShape<>(
        Value.text(),
        text -> {
          if (text.isBlank() || text.length() > Value.LONGEST_TEXT) {
            throw new UnwritableException(
                "there must be text of 1 to %d characters, but it is %s"
                    .formatted(Value.LONGEST_TEXT, Quote.text(text)));
          }
          return YamlText.text(text);
        },
        schema("type", "string", "pattern", "\\S"));
  }

  /** A whole number. */
  static Shape<Integer> whole(int least, int most) {
    Value<Long> reader = Value.whole(least, most);
    return new ScalarShape<>(
        new Value.Described<>(
            reader.expected(), (node, findings) -> reader.read(node, findings).map(Long::intValue)),
        number -> YamlText.plain(Integer.toString(number)),
        schema("type", "integer", "minimum", least, "maximum", most));
  }

  /** Any whole number of 64 bits. */
  static Shape<Long> seed() {
    String expected = "a whole number of 64 bits";
    return new ScalarShape<>(
        new Value.Described<>(
            expected,
            (node, findings) -> {
              Optional<Long> number = Numbers.whole(node).or(() -> wide(node));
              if (number.isEmpty()) {
                findings.mistake(node, expected, Numbers.hint(node));
              }
              return number;
            }),
        number -> YamlText.plain(Long.toString(number)),
        schema("type", "integer", "minimum", Long.MIN_VALUE, "maximum", Long.MAX_VALUE));
  }

  private static Optional<Long> wide(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.WHOLE) {
      try {
        return Optional.of(Long.parseLong(scalar.text()));
      } catch (NumberFormatException tooWide) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A finite number. */
  static Shape<Double> number(Range range) {
    Map<String, Object> schema = schema("type", "number");
    schema.put(range.included() ? "minimum" : "exclusiveMinimum", range.least());
    if (range.most() != Double.POSITIVE_INFINITY) {
      schema.put("maximum", range.most());
    }
    return new ScalarShape<>(
        Value.number(range), number -> YamlText.plain(Decimals.exact(number)), schema);
  }

  /** {@code true} or {@code false}. */
  static Shape<Boolean> flag() {
    return new ScalarShape<>(
        new Value.Described<>(
            "true or false",
            (node, findings) -> {
              if (node instanceof YamlNode.Scalar scalar
                  && scalar.kind() == YamlNode.Kind.BOOLEAN) {
                return Optional.of(scalar.text().equalsIgnoreCase("true"));
              }
              findings.mistake(node, "true or false", "");
              return Optional.empty();
            }),
        flag -> YamlText.plain(Boolean.toString(flag)),
        schema("type", "boolean"));
  }

  /** One of the constants of an enum, in lower case. */
  static <E extends Enum<E>> Shape<E> word(Class<E> kind, Predicate<E> allowed) {
    Map<String, E> words =
        Arrays.stream(kind.getEnumConstants())
            .filter(allowed)
            .collect(
                Collectors.toMap(
                    Scalars::word, each -> each, (first, second) -> first, LinkedHashMap::new));
    return new ScalarShape<>(
        Value.word(words),
        constant -> YamlText.text(word(constant)),
        schema("type", "string", "enum", List.copyOf(words.keySet())));
  }

  /** How a constant is written. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A duration in nanoseconds, rounded. */
  static Shape<Duration> duration() {
    return QuantityText.of(
        "a duration such as 1.5 ms",
        Durations.pattern(),
        text -> Duration.ofNanos(Durations.parseNanos(text)),
        Durations::exact);
  }

  /** A duration in nanoseconds, or {@code auto} for none. */
  static Shape<Optional<Duration>> durationOrAuto() {
    return QuantityText.of(
        "a duration such as 1.5 ms, or auto",
        "^\\s*auto\\s*$|" + Durations.pattern(),
        text ->
            text.strip().equals(AUTO)
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Durations.parseNanos(text))),
        duration -> duration.map(Durations::exact).orElse(AUTO));
  }

  /** A duration in seconds. */
  static Shape<Double> seconds() {
    return QuantityText.of(
        "a duration such as 1.5 ms",
        Durations.pattern(),
        Durations::parseSeconds,
        Durations::exact);
  }

  /** A size of memory in bytes. */
  static Shape<Long> bytes() {
    return QuantityText.of(
        "a byte size such as 2 GiB", ByteSizes.pattern(), ByteSizes::parseBytes, ByteSizes::exact);
  }

  /** A rate per second. */
  static Shape<Double> rate() {
    return QuantityText.of(
        "a rate such as 400/s", Rates.pattern(), Rates::parsePerSecond, Rates::exact);
  }

  /** An amount of money in dollars. */
  static Shape<Double> dollars() {
    return QuantityText.of(
        "an amount such as $0.01",
        Dollars.pattern(),
        text -> Dollars.parse(text).doubleValue(),
        dollars -> Dollars.exact(new BigDecimal(Decimals.exact(dollars))));
  }

  /** What something costs in an hour, in dollars. */
  static Shape<BigDecimal> pricePerHour() {
    return QuantityText.of(
        "a price such as $0.05/h",
        Dollars.patternPerHour(),
        text -> Dollars.parsePerHour(text).stripTrailingZeros(),
        Dollars::exactPerHour);
  }

  /** A share from 0 to 1. */
  static Shape<Double> share() {
    ScalarShape<Double> text =
        QuantityText.of("a share such as 80%", Shares.pattern(), Shares::parse, Shares::exact);
    Map<String, Object> schema = new LinkedHashMap<>(text.schema());
    schema.put("type", List.of("string", "number"));
    schema.put("minimum", 0);
    schema.put("maximum", 1);
    return new ScalarShape<>(text.reader(), text.writer(), schema);
  }

  /** A distribution of durations in seconds. */
  static Shape<Distribution> distribution() {
    return QuantityText.of(
        "a duration or a distribution such as exponential(3 ms)",
        "^\\s*([-+.\\d]|[A-Za-z]+\\s*\\()",
        Distribution::ofDurations,
        distribution -> distribution.text(Notation.DURATIONS));
  }

  /** A schema of keys and values in turn. */
  static Map<String, Object> schema(Object... keysAndValues) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      schema.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return schema;
  }
}
