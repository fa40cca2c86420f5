package dev.fastsim.yaml;

import dev.fastsim.yaml.AsyncFlowFile.Event;
import dev.fastsim.yaml.Value.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code events}, each for itself. */
final class AsyncFlowEvents {

  private static final int MOST_EVENTS = 1000;
  private static final Map<String, Boolean> STARTS = new LinkedHashMap<>();
  private static final Map<String, Boolean> ENDS = new LinkedHashMap<>();

  static {
    STARTS.put("network_spike_start", false);
    STARTS.put("server_down", true);
    ENDS.put("network_spike_end", false);
    ENDS.put("server_up", true);
  }

  private AsyncFlowEvents() {}

  /** The events; empty if one cannot be read. */
  static Optional<List<Event>> read(YamlNode node, Findings findings) {
    return Value.list("events", AsyncFlowEvents::event, MOST_EVENTS).read(node, findings);
  }

  private static Optional<Event> event(YamlNode node, Findings findings) {
    return Fields.of(node, findings, "event_id", "target_id", "start", "end")
        .flatMap(
            fields -> {
              Optional<Located<String>> id = fields.required("event_id", AsyncFlowNodes.ID);
              Optional<Located<String>> target = fields.required("target_id", AsyncFlowNodes.ID);
              Optional<Start> start =
                  fields.required("start", Value.mapping(AsyncFlowEvents::start));
              Optional<End> end = fields.required("end", Value.mapping(AsyncFlowEvents::end));
              if (start.isEmpty() || end.isEmpty()) {
                return Optional.empty();
              }
              checkPair(start.get(), end.get(), findings);
              return id.isPresent() && target.isPresent()
                  ? Optional.of(event(id.get(), target.get(), start.get(), end.get()))
                  : Optional.empty();
            });
  }

  private static Event event(Located<String> id, Located<String> target, Start start, End end) {
    return new Event(
        id,
        target,
        start.isOutage(),
        start.time().value(),
        start.time().node(),
        end.time().value(),
        end.time().node(),
        start.spike());
  }

  private static Optional<Start> start(YamlNode node, Findings findings) {
    Optional<Fields> fields = Fields.of(node, findings, "kind", "t_start", "spike_s");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> isOutage = fields.get().required("kind", Value.word(STARTS));
    Optional<Located<Double>> time = fields.get().required("t_start", time(Range.atLeast(0)));
    double spike = isOutage.map(outage -> spike(fields.get(), outage)).orElse(1.0);
    return isOutage.isPresent() && time.isPresent()
        ? Optional.of(new Start(isOutage.get(), time.get(), spike))
        : Optional.empty();
  }

  private static double spike(Fields fields, boolean isOutage) {
    Value<Double> seconds = Value.number(Range.above(0).upTo(AsyncFlowVariables.LONGEST));
    if (!isOutage) {
      return fields.required("spike_s", seconds, 1.0);
    }
    if (!fields.isNull("spike_s")) {
      fields
          .at("spike_s")
          .ifPresent(
              node -> fields.findings().mistake(node, "no spike_s with server_down", "remove it"));
    }
    return 0;
  }

  private static Optional<End> end(YamlNode node, Findings findings) {
    Optional<Fields> fields = Fields.of(node, findings, "kind", "t_end");
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Optional<Located<Boolean>> isOutage =
        fields.get().required("kind", Value.located(Value.word(ENDS)));
    Optional<Located<Double>> time = fields.get().required("t_end", time(Range.above(0)));
    return isOutage.isPresent() && time.isPresent()
        ? Optional.of(new End(isOutage.get(), time.get()))
        : Optional.empty();
  }

  private static Value<Located<Double>> time(Range range) {
    return Value.located(Value.number(range));
  }

  private static void checkPair(Start start, End end, Findings findings) {
    if (start.isOutage() != end.isOutage().value()) {
      findings.mistake(
          end.isOutage().node(),
          start.isOutage()
              ? "server_up after server_down"
              : "network_spike_end after network_spike_start",
          "");
    }
    if (start.time().value() >= end.time().value()) {
      findings.mistake(
          end.time().node(), "a time after t_start, which is " + start.time().node().found(), "");
    }
  }

  private record Start(boolean isOutage, Located<Double> time, double spike) {}

  private record End(Located<Boolean> isOutage, Located<Double> time) {}
}
