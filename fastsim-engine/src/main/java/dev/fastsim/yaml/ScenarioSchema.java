package dev.fastsim.yaml;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The JSON Schema of FastSim's own dialect, for editors. */
@API(status = API.Status.EXPERIMENTAL)
public final class ScenarioSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private ScenarioSchema() {}

  /**
   * The schema, by draft 2020-12. It knows every key, and what single values look like; what must
   * fit together, such as names that others refer to, only {@link ScenarioFile#load} checks. It is
   * also the resource {@code dev/fastsim/yaml/fastsim.schema.json}.
   */
  public static String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), text)) {
      write(json, tree());
    }
    return text.append('\n').toString();
  }

  /** The schema as maps, lists and scalars. */
  static Map<String, Object> tree() {
    Definitions definitions = new Definitions();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DIALECT);
    schema.put("title", "FastSim scenario");
    schema.putAll(ScenarioShape.ROOT.tree(definitions));
    schema.put("not", Map.of("required", List.of("network", "links")));
    schema.put("$defs", definitions.all());
    return schema;
  }

  private static void write(JsonGenerator json, Object value) {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (key, each) -> {
            json.writeName((String) key);
            write(json, each);
          });
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(each -> write(json, each));
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double number && number != Math.rint(number)) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString((String) value);
    }
  }

  /** Two spaces, and the same line ends everywhere. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
  }
}
