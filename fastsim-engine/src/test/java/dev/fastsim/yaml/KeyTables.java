package dev.fastsim.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of all keys, made from the schema. */
final class KeyTables {

  private static final String REFERENCE = "#/$defs/";

  private final StringBuilder text = new StringBuilder();

  private KeyTables() {}

  static String of(Map<String, Object> schema) {
    KeyTables tables = new KeyTables();
    tables.table("The whole file", schema);
    map(schema, "$defs").forEach((name, each) -> tables.table("`" + name + "`", map(each)));
    return tables.text.append('\n').toString();
  }

  private void table(String title, Map<String, Object> schema) {
    text.append("\n### ").append(title).append("\n\n");
    text.append(schema.get("description")).append("\n\n");
    text.append("| key | | default |\n| --- | --- | --- |\n");
    List<?> required = (List<?>) schema.getOrDefault("required", List.of());
    map(schema, "properties")
        .forEach((key, each) -> row("`" + key + "`", map(each), required.contains(key)));
    map(schema, "patternProperties")
        .forEach((key, each) -> row("`" + key.replace("|", "\\|") + "`", map(each), false));
  }

  private void row(String key, Map<String, Object> schema, boolean required) {
    Object standard = schema.get("default");
    text.append(
        "| %s | %s%s | %s |\n"
            .formatted(
                key,
                schema.get("description"),
                links(schema),
                required ? "must be given" : standard == null ? "" : "`" + standard + "`"));
  }

  /** Where to read on. */
  private static String links(Map<String, Object> schema) {
    List<String> names = new ArrayList<>();
    collect(schema, names);
    return names.isEmpty()
        ? ""
        : names.stream()
            .map(name -> "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")")
            .collect(Collectors.joining(", ", " See ", "."));
  }

  private static void collect(Object schema, List<String> names) {
    if (schema instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key.equals("$ref")) {
              names.add(((String) value).substring(REFERENCE.length()));
            } else {
              collect(value, names);
            }
          });
    } else if (schema instanceof List<?> list) {
      list.forEach(each -> collect(each, names));
    }
  }

  private static Map<String, Object> map(Map<String, Object> schema, String key) {
    return map(schema.getOrDefault(key, Map.of()));
  }

  @SuppressWarnings("unchecked") // the keys of a schema are text
  private static Map<String, Object> map(Object schema) {
    return (Map<String, Object>) schema;
  }
}
