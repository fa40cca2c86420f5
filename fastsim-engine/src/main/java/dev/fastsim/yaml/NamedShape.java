package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A mapping from names to what has them.
 *
 * @param items what they are, in the plural
 * @param item each of them
 * @param nameOf the name of one
 */
record NamedShape<T>(String items, Shape<T> item, Function<T, String> nameOf)
    implements Shape<List<T>> {

  @Override
  public Optional<List<T>> read(YamlNode node, Findings findings) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.mistake(node, expected(), "write each as its name, a colon and a mapping");
      return Optional.empty();
    }
    List<T> read = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries().values()) {
      if (isName(entry, findings)) {
        item.read(entry.key(), entry.value(), findings).ifPresent(read::add);
      }
    }
    return read.size() == mapping.entries().size() ? Optional.of(read) : Optional.empty();
  }

  private static boolean isName(YamlNode.Entry entry, Findings findings) {
    String expected =
        entry.key().isBlank()
            ? "text that is not blank"
            : entry.key().length() > Value.LONGEST_TEXT
                ? "text of at most " + Value.LONGEST_TEXT + " characters"
                : "";
    if (!expected.isEmpty()) {
      findings.mistake(
          entry.mark(), entry.value().path(), Quote.text(entry.key()) + " as a name", expected, "");
    }
    return expected.isEmpty();
  }

  @Override
  public String expected() {
    return "a mapping from names to " + items;
  }

  @Override
  public Node write(List<T> values) {
    List<NodeTuple> entries = new ArrayList<>();
    for (T value : values) {
      String name = nameOf.apply(value);
      try {
        entries.add(YamlText.entry(name, item.write(value)));
      } catch (UnwritableException unwritable) {
        throw unwritable.under(name);
      }
    }
    return YamlText.mapping(entries);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("propertyNames", Map.of("pattern", "\\S"));
    schema.put("additionalProperties", item.schema(definitions));
    return schema;
  }
}
