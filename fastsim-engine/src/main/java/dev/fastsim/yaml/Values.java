package dev.fastsim.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The values of the keys of a mapping that says something about an {@code R}. */
final class Values<R> {

  private final String name;
  private final Map<Key<R, ?>, Object> byKey = new HashMap<>();

  Values(String name) {
    this.name = name;
  }

  /** The key that the whole mapping stands under; empty if there is none. */
  String name() {
    return name;
  }

  /** Reads the value of a key; whether there is one. */
  boolean read(Key<R, ?> key, YamlNode.Mapping mapping, Findings findings) {
    Optional<?> value = key.read(mapping, findings);
    value.ifPresent(read -> byKey.put(key, read));
    return value.isPresent();
  }

  /** The value of a key of the mapping. */
  @SuppressWarnings("unchecked") // only values read by the key itself are put under it
  <V> V get(Key<R, V> key) {
    return (V) Objects.requireNonNull(byKey.get(key));
  }
}
