package dev.fastsim.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A mapping with a single key, the word for the kind of what stands under it: {@code cpu: {name:
 * parse, time: 1 ms}}.
 *
 * @param kind of thing, with its article: {@code a step}
 * @param options the kinds
 */
record KindShape<T>(String kind, List<Option<T, ?>> options) implements Shape<T> {

  @Override
  public Optional<T> read(YamlNode node, Findings findings) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.mistake(node, expected(), "");
      return Optional.empty();
    }
    if (mapping.entries().size() != 1) {
      int keys = mapping.entries().size();
      findings.mistake(
          node,
          keys == 0 ? "an empty mapping" : keys + " keys",
          expected(),
          keys == 0 ? "" : "indent what belongs to the first, or start a new item with a dash");
    }
    Optional<T> read = Optional.empty();
    for (YamlNode.Entry entry : mapping.entries().values()) {
      Optional<Option<T, ?>> option = option(entry.key());
      if (option.isPresent()) {
        read = option.get().read("", entry.value(), findings);
      } else {
        findings.unknownKey(mapping, entry, words());
      }
    }
    return mapping.entries().size() == 1 ? read : Optional.empty();
  }

  private Optional<Option<T, ?>> option(String word) {
    return options.stream().filter(each -> each.word().equals(word)).findFirst();
  }

  private List<String> words() {
    return options.stream().<String>map(Option::word).toList();
  }

  @Override
  public String expected() {
    return kind + ", a mapping with " + Findings.oneOf(words());
  }

  @Override
  public Node write(T value) {
    for (Option<T, ?> option : options) {
      try {
        Optional<Node> node = option.write(value);
        if (node.isPresent()) {
          return YamlText.mapping(List.of(YamlText.entry(option.word(), node.get())));
        }
      } catch (UnwritableException unwritable) {
        throw unwritable.under(option.word());
      }
    }
    throw new UnwritableException("there is no word for " + value);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> properties = new LinkedHashMap<>();
    options.forEach(each -> properties.put(each.word(), each.shape().schema(definitions)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    schema.put("minProperties", 1);
    schema.put("maxProperties", 1);
    return schema;
  }
}
