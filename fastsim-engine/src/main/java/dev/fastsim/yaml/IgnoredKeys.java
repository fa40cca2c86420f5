package dev.fastsim.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Keys that nobody reads, as places for anchors.
 *
 * @param prefix that they begin with
 * @param about what they are for, without a full stop
 */
record IgnoredKeys<R>(String prefix, String about) implements Key<R, Boolean> {

  @Override
  public String label() {
    return prefix + "...";
  }

  @Override
  public boolean takes(String key) {
    return key.startsWith(prefix);
  }

  @Override
  public Optional<Boolean> read(YamlNode.Mapping mapping, Findings findings) {
    return Optional.of(true);
  }

  @Override
  public void write(R subject, List<NodeTuple> entries) {}

  @Override
  public void describe(ObjectSchema schema) {
    Map<String, Object> anything = new LinkedHashMap<>();
    anything.put("description", about + ".");
    schema.pattern("^" + prefix, anything);
  }
}
