package dev.fastsim.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A list.
 *
 * @param items what they are, in the plural
 * @param item each of them
 */
record ListShape<T>(String items, Shape<T> item) implements Shape<List<T>> {

  @Override
  public Optional<List<T>> read(YamlNode node, Findings findings) {
    return Value.list(items, item).read(node, findings);
  }

  @Override
  public String expected() {
    return Value.list(items, item).expected();
  }

  @Override
  public Node write(List<T> values) {
    return YamlText.list(values.stream().map(item::write).toList());
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", item.schema(definitions));
    return schema;
  }
}
