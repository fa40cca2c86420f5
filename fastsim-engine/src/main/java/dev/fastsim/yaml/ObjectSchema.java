package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON Schema of a mapping that has no other keys than those added. */
final class ObjectSchema {

  private final Definitions definitions;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Map<String, Object> patternProperties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  ObjectSchema(Definitions definitions) {
    this.definitions = definitions;
  }

  /** What a shape says about itself, with a description. */
  Map<String, Object> described(Shape<?> shape, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.putAll(shape.schema(definitions));
    return schema;
  }

  void property(String key, Map<String, Object> schema) {
    properties.put(key, schema);
  }

  void pattern(String keys, Map<String, Object> schema) {
    patternProperties.put(keys, schema);
  }

  void require(String key) {
    required.add(key);
  }

  Map<String, Object> tree(String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!patternProperties.isEmpty()) {
      schema.put("patternProperties", patternProperties);
    }
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }
}
