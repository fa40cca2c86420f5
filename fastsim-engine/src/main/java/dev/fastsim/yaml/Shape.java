package dev.fastsim.yaml;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * How a value of one kind stands in a file. The same description reads it, writes it, and tells the
 * schema about it, so that the three cannot differ.
 */
interface Shape<T> extends Value<T> {

  /**
   * Reads a value that may be named by the key it stands under.
   *
   * @param name the key; empty if there is none
   */
  default Optional<T> read(String name, YamlNode node, Findings findings) {
    return read(node, findings);
  }

  /**
   * The value as a node that {@link #read} reads as an equal one.
   *
   * @throws UnwritableException if no text says exactly this
   */
  Node write(T value);

  /**
   * A JSON Schema of the node. It may allow more than is read, never less.
   *
   * @param definitions where it puts what others may refer to
   */
  Map<String, Object> schema(Definitions definitions);
}
