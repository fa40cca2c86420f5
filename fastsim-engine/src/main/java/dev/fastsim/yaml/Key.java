package dev.fastsim.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A key of a mapping, or a family of keys, that says something about an {@code R}. */
interface Key<R, V> {

  /** How messages call it. */
  String label();

  /** Whether it is this key, or one of this family. */
  boolean takes(String key);

  /** Its value; empty if there is none, which is among the findings then. */
  Optional<V> read(YamlNode.Mapping mapping, Findings findings);

  /** Writes what it has to say, if that is not what holds without it. */
  void write(R subject, List<NodeTuple> entries);

  /** Adds itself to the schema of its mapping. */
  void describe(ObjectSchema schema);

  /** A key that must be there. */
  static <R, V> Key<R, V> required(
      String name, String about, Shape<V> shape, Function<R, V> getter) {
    return new SingleKey<>(name, about, shape, getter, Optional.empty());
  }

  /** A key that may be left out, and what holds then. */
  static <R, V> Key<R, V> standard(
      String name, String about, Shape<V> shape, Function<R, V> getter, V standard) {
    return new SingleKey<>(name, about, shape, getter, Optional.of(standard));
  }

  /** A key that may be left out. */
  static <R, V> Key<R, Optional<V>> optional(
      String name, String about, Shape<V> shape, Function<R, Optional<V>> getter) {
    return standard(name, about, new OptionalShape<>(shape), getter, Optional.empty());
  }
}
