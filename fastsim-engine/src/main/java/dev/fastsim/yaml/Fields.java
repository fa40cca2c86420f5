package dev.fastsim.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a mapping key by key. Keys that are not known are mistakes. A value that is wrong or
 * missing is a mistake, too, and the reading goes on with a stand-in, so that all mistakes are
 * found; what was read is used only after {@link Findings#check}.
 */
final class Fields {

  private final YamlNode.Mapping mapping;
  private final Findings findings;

  private Fields(YamlNode.Mapping mapping, Findings findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  /** The fields of a node that is to be a mapping with these keys; empty if it is no mapping. */
  static Optional<Fields> of(YamlNode node, Findings findings, String... known) {
    List<String> keys = List.of(known);
    if (!(node instanceof YamlNode.Mapping mapping)) {
      findings.mistake(node, "a mapping with " + String.join(", ", keys), "");
      return Optional.empty();
    }
    for (YamlNode.Entry entry : mapping.entries().values()) {
      if (!keys.contains(entry.key())) {
        findings.unknownKey(mapping, entry, keys);
      }
    }
    return Optional.of(new Fields(mapping, findings));
  }

  /** Where mistakes of the mapping go. */
  Findings findings() {
    return findings;
  }

  boolean has(String key) {
    return mapping.entry(key).isPresent();
  }

  /** The value of a key that must be there; empty if it is missing or wrong. */
  <T> Optional<T> required(String key, Value<T> value) {
    if (!has(key)) {
      findings.missingKey(mapping, key, value.expected());
    }
    return optional(key, value);
  }

  /** The value of a key that must be there; the stand-in if it is missing or wrong. */
  <T> T required(String key, Value<T> value, T standIn) {
    return required(key, value).orElse(standIn);
  }

  /** The value of a key; empty if there is no such key, or its value is wrong. */
  <T> Optional<T> optional(String key, Value<T> value) {
    return mapping.entry(key).flatMap(entry -> value.read(entry.value(), findings));
  }

  /** The value of a key, or what holds if there is none. */
  <T> T optional(String key, Value<T> value, T standard) {
    return optional(key, value).orElse(standard);
  }

  /** As {@link #optional}, and {@code null} means that there is no such key. */
  <T> Optional<T> nullable(String key, Value<T> value) {
    return isNull(key) ? Optional.empty() : optional(key, value);
  }

  /** Whether a key has no value that {@link #nullable} would read. */
  boolean isNull(String key) {
    return mapping
        .entry(key)
        .map(YamlNode.Entry::value)
        .filter(
            node ->
                !(node instanceof YamlNode.Scalar scalar) || scalar.kind() != YamlNode.Kind.NULL)
        .isEmpty();
  }

  /** A key that has but one right value, and may be left out. */
  void constant(String key, String only) {
    optional(key, Value.word(Map.of(only, only)));
  }

  /** The node of a key, for a finding about it. */
  Optional<YamlNode> at(String key) {
    return mapping.entry(key).map(YamlNode.Entry::value);
  }
}
