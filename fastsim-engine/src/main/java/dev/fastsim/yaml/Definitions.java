package dev.fastsim.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The parts of a JSON Schema that others refer to by name. */
final class Definitions {

  private final Map<String, Object> byName = new LinkedHashMap<>();

  /** A reference to a part, which is made when it is first asked for. */
  Map<String, Object> reference(String name, Supplier<Map<String, Object>> part) {
    if (!byName.containsKey(name)) {
      byName.put(name, Map.of()); // keeps the place in the order
      byName.put(name, part.get());
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/$defs/" + name);
    return reference;
  }

  Map<String, Object> all() {
    return byName;
  }
}
