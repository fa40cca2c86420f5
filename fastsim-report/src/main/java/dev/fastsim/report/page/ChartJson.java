package dev.fastsim.report.page;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A chart as JSON that may stand in a script element: what {@code report.js} draws. */
final class ChartJson {

  /** Java 19 changed how doubles are written; Jackson's own writer is the same everywhere. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final JsonGenerator json;

  private ChartJson(JsonGenerator json) {
    this.json = json;
  }

  /** The chart as a JSON object without any character that means something in HTML. */
  static String of(Chart chart) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      new ChartJson(json).chart(chart);
    }
    return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private void chart(Chart chart) {
    json.writeStartObject();
    json.writeStringProperty("title", chart.title());
    axis("x", chart.x());
    axis("y", chart.y());
    array("series", chart.series(), this::series);
    array("marks", chart.marks(), this::mark);
    json.writeEndObject();
  }

  private <T> void array(String name, List<T> elements, Consumer<T> writer) {
    json.writeArrayPropertyStart(name);
    elements.forEach(writer);
    json.writeEndArray();
  }

  private void axis(String name, Axis axis) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("title", axis.title());
    json.writeStringProperty("unit", axis.unit().word());
    json.writeStringProperty("scale", word(axis.scale()));
    array("categories", axis.categories(), json::writeString);
    json.writeEndObject();
  }

  private void series(Series series) {
    json.writeStartObject();
    json.writeStringProperty("name", series.name());
    json.writeStringProperty("shape", word(series.shape()));
    array("points", series.points(), this::point);
    json.writeEndObject();
  }

  private void point(Series.Point point) {
    json.writeStartArray();
    number(point.x());
    number(point.y());
    if (!point.label().isEmpty()) {
      json.writeString(point.label());
    }
    json.writeEndArray();
  }

  private void number(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  private void mark(Mark mark) {
    json.writeStartObject();
    json.writeStringProperty("text", mark.text());
    json.writeStringProperty("kind", word(mark.kind()));
    json.writeStringProperty("along", word(mark.along()));
    json.writeNumberProperty("from", mark.from());
    json.writeNumberProperty("to", mark.to());
    json.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
