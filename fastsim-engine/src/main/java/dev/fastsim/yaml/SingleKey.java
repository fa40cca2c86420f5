package dev.fastsim.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A key with one name.
 *
 * @param name of the key
 * @param about what it says, without a full stop
 * @param shape of its value
 * @param getter of what it says
 * @param standard what holds if it is left out; empty if it must be there
 */
record SingleKey<R, V>(
    String name, String about, Shape<V> shape, Function<R, V> getter, Optional<V> standard)
    implements Key<R, V> {

  @Override
  public String label() {
    return name;
  }

  @Override
  public boolean takes(String key) {
    return name.equals(key);
  }

  @Override
  public Optional<V> read(YamlNode.Mapping mapping, Findings findings) {
    Optional<YamlNode.Entry> entry = mapping.entry(name);
    if (entry.isPresent()) {
      return shape.read(entry.get().value(), findings);
    }
    if (standard.isEmpty()) {
      findings.missingKey(mapping, name, shape.expected());
    }
    return standard;
  }

  @Override
  public void write(R subject, List<NodeTuple> entries) {
    V value = getter.apply(subject);
    if (!standard.equals(Optional.of(value))) {
      try {
        entries.add(YamlText.entry(name, shape.write(value)));
      } catch (UnwritableException unwritable) {
        throw unwritable.under(name);
      }
    }
  }

  @Override
  public void describe(ObjectSchema schema) {
    Map<String, Object> property = schema.described(shape, about + kind() + ".");
    standard
        .filter(value -> shape instanceof ScalarShape<V>)
        .flatMap(value -> YamlText.json(shape.write(value)))
        .ifPresent(value -> property.put("default", value));
    schema.property(name, property);
    if (standard.isEmpty()) {
      schema.require(name);
    }
  }

  private String kind() {
    boolean scalar =
        shape instanceof ScalarShape<V>
            || (shape instanceof OptionalShape<?> optional
                && optional.shape() instanceof ScalarShape<?>);
    return scalar ? " (" + shape.expected() + ")" : "";
  }
}
