package dev.fastsim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as maps, lists, numbers and texts. The streaming reader is used because Jackson's own tree
 * costs a cold test run a third of a second.
 */
final class JsonTree {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<?, ?> root;

  private JsonTree(Map<?, ?> root) {
    this.root = root;
  }

  /**
   * Reads an object.
   *
   * @throws JacksonException if the text is not JSON
   * @throws IllegalArgumentException if it is not an object
   */
  static JsonTree parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("there is more after its end");
      } else if (value instanceof Map<?, ?> map) {
        return new JsonTree(map);
      }
      throw new IllegalArgumentException("it is not a JSON object");
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      default -> null;
    };
  }

  /** What stands at a path of members, if it is of a kind. */
  <T> Optional<T> at(Class<T> kind, String... path) {
    Object found = root;
    for (String name : path) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return kind.isInstance(found) ? Optional.of(kind.cast(found)) : Optional.empty();
  }
}
