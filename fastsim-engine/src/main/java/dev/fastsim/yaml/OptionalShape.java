package dev.fastsim.yaml;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The value of a key that may be left out.
 *
 * @param shape of the value where there is one
 */
record OptionalShape<T>(Shape<T> shape) implements Shape<Optional<T>> {

  @Override
  public Optional<Optional<T>> read(YamlNode node, Findings findings) {
    return shape.read(node, findings).map(Optional::of);
  }

  @Override
  public String expected() {
    return shape.expected();
  }

  @Override
  public Node write(Optional<T> value) {
    return shape.write(value.orElseThrow());
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return shape.schema(definitions);
  }
}
