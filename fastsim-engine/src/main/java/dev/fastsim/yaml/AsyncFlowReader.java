package dev.fastsim.yaml;

import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.AsyncFlowFile.Event;
import dev.fastsim.yaml.AsyncFlowFile.Generator;
import dev.fastsim.yaml.AsyncFlowFile.Settings;
import dev.fastsim.yaml.AsyncFlowFile.Topology;
import dev.fastsim.yaml.AsyncFlowFile.Variable;
import dev.fastsim.yaml.Value.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the YAML of AsyncFlow v0.1.1. What a word means there it means here; what crashes, hangs or
 * is silently dropped there is a mistake or a warning here. See docs/asyncflow.md.
 */
final class AsyncFlowReader {

  private static final long DEFAULT_SECONDS = 3600;
  private static final long LEAST_SECONDS = 5;
  private static final long MOST_SECONDS = 365 * 86_400;
  private static final long DEFAULT_WINDOW = 60;
  private static final long LONGEST_WINDOW = 120;

  private static final Value<Double> PERIOD = Value.number(Range.atLeast(0.001).upTo(0.1));
  private static final Value<?> SAMPLE_METRICS =
      metrics("ready_queue_len", "event_loop_io_sleep", "ram_in_use", "edge_concurrent_connection");
  private static final Value<?> EVENT_METRICS = metrics("rqs_clock", "llm_cost");

  private AsyncFlowReader() {}

  /** Whether a document has a key that only AsyncFlow's files have. */
  static boolean recognizes(YamlDocument document) {
    return document.root() instanceof YamlNode.Mapping mapping
        && (mapping.entry("rqs_input").isPresent() || mapping.entry("topology_graph").isPresent());
  }

  /**
   * Reads a document.
   *
   * @param name of the scenario
   * @throws InvalidFileException with every mistake in it
   */
  static Scenario read(YamlDocument document, String name) {
    Findings findings = document.findings();
    AsyncFlowFile file = file(document.root(), findings);
    return new AsyncFlowTranslation(file, findings).scenario(name);
  }

  private static Value<?> metrics(String... names) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String each : names) {
      words.put(each, each);
    }
    return Value.list("metrics", Value.word(words));
  }

  private static AsyncFlowFile file(YamlNode root, Findings findings) {
    Optional<Fields> fields =
        Fields.of(root, findings, "rqs_input", "topology_graph", "sim_settings", "events");
    if (fields.isEmpty()) {
      throw findings.exception();
    }
    Optional<Generator> generator =
        fields.get().required("rqs_input", Value.mapping(AsyncFlowReader::generator));
    Optional<Topology> topology =
        fields.get().required("topology_graph", Value.mapping(AsyncFlowNodes::read));
    Settings settings =
        fields
            .get()
            .required("sim_settings", Value.mapping(AsyncFlowReader::settings))
            .orElse(new Settings(MOST_SECONDS));
    List<Event> events = fields.get().nullable("events", AsyncFlowEvents::read).orElse(List.of());
    if (generator.isEmpty() || topology.isEmpty()) {
      throw findings.exception();
    }
    AsyncFlowFile file = new AsyncFlowFile(generator.get(), topology.get(), settings, events);
    new AsyncFlowGraphRules(file, findings).check();
    new AsyncFlowEventRules(file, findings).check();
    findings.check();
    return file;
  }

  private static Optional<Generator> generator(YamlNode node, Findings findings) {
    return Fields.of(
            node,
            findings,
            "id",
            "type",
            "avg_active_users",
            "avg_request_per_minute_per_user",
            "user_sampling_window")
        .flatMap(
            fields -> {
              fields.constant("type", "generator");
              Variable users =
                  fields.required(
                      "avg_active_users",
                      Value.mapping(AsyncFlowVariables::users),
                      new Variable(AsyncFlowFile.Shape.POISSON, 1, 1));
              double perMinute =
                  fields.required(
                      "avg_request_per_minute_per_user",
                      Value.mapping(AsyncFlowVariables::requestsPerMinute),
                      1.0);
              long window =
                  fields.optional(
                      "user_sampling_window", Value.whole(1, LONGEST_WINDOW), DEFAULT_WINDOW);
              Optional<Located<String>> id = fields.required("id", AsyncFlowNodes.ID);
              return id.map(known -> new Generator(known, users, perMinute, window));
            });
  }

  private static Optional<Settings> settings(YamlNode node, Findings findings) {
    return Fields.of(
            node,
            findings,
            "total_simulation_time",
            "sample_period_s",
            "enabled_sample_metrics",
            "enabled_event_metrics")
        .map(
            fields -> {
              fields.optional("sample_period_s", PERIOD);
              fields.optional("enabled_sample_metrics", SAMPLE_METRICS);
              fields.optional("enabled_event_metrics", EVENT_METRICS);
              return fields
                  .optional("total_simulation_time", Value.whole(LEAST_SECONDS, MOST_SECONDS))
                  .map(Settings::new)
                  .orElse(
                      new Settings(
                          fields.has("total_simulation_time") ? MOST_SECONDS : DEFAULT_SECONDS));
            });
  }
}
