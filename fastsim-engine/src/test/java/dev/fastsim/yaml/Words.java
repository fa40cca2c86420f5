package dev.fastsim.yaml;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks into a document that was parsed into maps and lists. */
final class Words {

  private Words() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }

  static Map<String, Object> map(Map<String, Object> owner, String key) {
    return asMap(owner.getOrDefault(key, Map.of()));
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Map<String, Object> owner, String key) {
    return (List<Object>) owner.getOrDefault(key, List.of());
  }

  static String text(Map<String, Object> owner, String key) {
    return (String) Objects.requireNonNull(owner.get(key), key);
  }

  static double number(Map<String, Object> owner, String key, double otherwise) {
    return owner.get(key) instanceof Number number ? number.doubleValue() : otherwise;
  }
}
