package dev.fastsim.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A single value.
 *
 * @param reader reads it
 * @param writer writes it
 * @param schema of it
 */
record ScalarShape<T>(Value<T> reader, Function<T, Node> writer, Map<String, Object> schema)
    implements Shape<T> {

  @Override
  public Optional<T> read(YamlNode node, Findings findings) {
    return reader.read(node, findings);
  }

  @Override
  public String expected() {
    return reader.expected();
  }

  @Override
  public Node write(T value) {
    return writer.apply(value);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return schema;
  }
}
