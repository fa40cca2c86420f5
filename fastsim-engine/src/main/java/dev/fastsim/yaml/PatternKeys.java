package dev.fastsim.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Keys that are values themselves: {@code p99.9: 250 ms}.
 *
 * @param label how messages call them
 * @param about what they say, without a full stop
 * @param pattern of all of them, and of nothing else
 * @param parser reads a key; throws {@link IllegalArgumentException} for a wrong one
 * @param printer writes it
 * @param shape of their values
 * @param getter of all of them, in order
 */
record PatternKeys<R, K, V>(
    String label,
    String about,
    Pattern pattern,
    Function<String, K> parser,
    Function<K, String> printer,
    Shape<V> shape,
    Function<R, Map<K, V>> getter)
    implements Key<R, Map<K, V>> {

  @Override
  public boolean takes(String key) {
    return pattern.matcher(key).matches();
  }

  @Override
  public Optional<Map<K, V>> read(YamlNode.Mapping mapping, Findings findings) {
    Map<K, V> read = new LinkedHashMap<>();
    int keys = 0;
    for (YamlNode.Entry entry : mapping.entries().values()) {
      if (takes(entry.key())) {
        keys++;
        Optional<K> key = key(mapping, entry, findings);
        Optional<V> value = shape.read(entry.value(), findings);
        if (key.isPresent() && value.isPresent() && read.put(key.get(), value.get()) != null) {
          findings.mistake(
              entry.mark(),
              mapping.path().key(entry.key()),
              "another word for a key that is there",
              "each key once",
              "");
        }
      }
    }
    return keys == read.size() ? Optional.of(read) : Optional.empty();
  }

  private Optional<K> key(YamlNode.Mapping mapping, YamlNode.Entry entry, Findings findings) {
    try {
      return Optional.of(parser.apply(entry.key()));
    } catch (IllegalArgumentException refused) {
      findings.mistake(
          entry.mark(),
          mapping.path().key(entry.key()),
          Quote.text(entry.key()),
          label,
          Quote.sentence(refused));
      return Optional.empty();
    }
  }

  @Override
  public void write(R subject, List<NodeTuple> entries) {
    getter
        .apply(subject)
        .forEach(
            (key, value) -> entries.add(YamlText.entry(printer.apply(key), shape.write(value))));
  }

  @Override
  public void describe(ObjectSchema schema) {
    schema.pattern(
        "^(" + pattern.pattern() + ")$",
        schema.described(shape, about + " (" + shape.expected() + ")."));
  }
}
