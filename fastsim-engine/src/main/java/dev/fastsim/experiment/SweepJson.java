package dev.fastsim.experiment;

import dev.fastsim.scenario.Metric;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/** Writes a sweep as JSON: every point with every metric and its interval. */
final class SweepJson {

  private final JsonGenerator json;

  private SweepJson(JsonGenerator json) {
    this.json = json;
  }

  static String write(Sweep sweep) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = IndentedJson.generator(text)) {
      new SweepJson(json).sweep(sweep);
    }
    return text.toString();
  }

  private void sweep(Sweep sweep) {
    json.writeStartObject();
    json.writeStringProperty("schema", "fastsim-sweep/1");
    json.writeStringProperty("scenario", sweep.scenario().name());
    json.writeNumberProperty("seed", sweep.scenario().runs().seed());
    json.writeArrayPropertyStart("points");
    sweep.points().forEach(point -> point(sweep, point));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void point(Sweep sweep, Sweep.Point point) {
    json.writeStartObject();
    json.writeObjectPropertyStart("values");
    for (int i = 0; i < sweep.axes().size(); i++) {
      number(sweep.axes().get(i).parameter().textIn(sweep.scenario()), point.values().get(i));
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("metrics");
    point.metrics().forEach(this::metric);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void metric(Metric metric, Estimate estimate) {
    json.writeObjectPropertyStart(Readings.name(metric));
    number("value", estimate.value());
    number("low", estimate.low());
    number("high", estimate.high());
    json.writeEndObject();
  }

  private void number(String name, double value) {
    json.writeName(name);
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
