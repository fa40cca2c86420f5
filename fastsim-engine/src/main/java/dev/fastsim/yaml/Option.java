package dev.fastsim.yaml;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One of several kinds of value.
 *
 * @param word the key that tells it from the others
 * @param shape of a value of this kind
 * @param narrow the value, if it is of this kind
 */
record Option<T, V extends T>(String word, Shape<V> shape, Function<T, Optional<V>> narrow) {

  /** The kind of a class. */
  static <T, V extends T> Option<T, V> of(String word, Shape<V> shape, Class<V> kind) {
    return new Option<>(
        word, shape, value -> Optional.of(value).filter(kind::isInstance).map(kind::cast));
  }

  Optional<T> read(String name, YamlNode node, Findings findings) {
    return shape.read(name, node, findings).map(value -> value);
  }

  /** The node; empty if the value is of another kind. */
  Optional<Node> write(T value) {
    return narrow.apply(value).map(shape::write);
  }
}
