package dev.fastsim.timeline;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Requests as traces in OTLP's JSON encoding, as <a href="https://www.jaegertracing.io">Jaeger</a>
 * opens from a file and collectors take at {@code /v1/traces}: ids in hexadecimal, enumerations as
 * numbers, 64-bit numbers as text (<a
 * href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP 1.x, JSON Protobuf
 * Encoding</a>).
 *
 * <p>A trace is what distributed tracing would have seen of the request: a span of the client, in
 * it one for each time on a link and each visit to a service, and in that one for each step and
 * each wait.
 */
public final class OtlpTraces {

  /** When replications start: a fixed time, so that the same seed gives the same bytes. */
  public static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  /** The service that the client's spans belong to. */
  public static final String CLIENTS = "clients";

  private static final int KIND_INTERNAL = 1;
  private static final int KIND_SERVER = 2;
  private static final int KIND_CLIENT = 3;
  private static final int STATUS_ERROR = 2;

  /** Bits for the number of a span within its trace. */
  private static final int SPAN_BITS = 24;

  private static final JsonFactory FACTORY = new JsonFactory();

  private record Entry(
      String traceId,
      long id,
      long parent,
      String name,
      int kind,
      Duration start,
      Duration end,
      Optional<Span> span,
      RecordedRequest request) {}

  private final JsonGenerator json;
  private final long seed;
  private final int replication;

  /** By resource: a replica, or empty for the clients. */
  private final Map<Optional<Place>, List<Entry>> entries = new LinkedHashMap<>();

  private OtlpTraces(JsonGenerator json, long seed, int replication) {
    this.json = json;
    this.seed = seed;
    this.replication = replication;
  }

  /**
   * Writes requests as UTF-8; the stream is closed.
   *
   * @param requests of one replication
   * @param seed of its random numbers; ids of traces are made of it
   * @param replication its number; ids of traces are made of it
   * @throws tools.jackson.core.exc.JacksonIOException if it cannot be written
   */
  public static void write(
      List<RecordedRequest> requests, long seed, int replication, OutputStream out) {
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      OtlpTraces traces = new OtlpTraces(json, seed, replication);
      requests.forEach(traces::add);
      traces.write();
    }
  }

  private void add(RecordedRequest request) {
    String traceId = "%016x%016x".formatted(mixed(), request.number());
    long first = (long) request.number() << SPAN_BITS;
    long root = first + 1;
    long id = root;
    add(
        Optional.empty(),
        new Entry(
            traceId,
            root,
            0,
            request.endpoint(),
            KIND_CLIENT,
            request.arrival(),
            request.end(),
            Optional.empty(),
            request));
    List<Span> spans = request.spans();
    long visit = root;
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      if (span.place().isEmpty()) {
        visit = root;
      } else if (i == 0 || !spans.get(i - 1).place().equals(span.place())) {
        visit = ++id;
        Duration end = endOfVisit(spans, i);
        add(
            span.place(),
            new Entry(
                traceId,
                visit,
                root,
                request.endpoint(),
                KIND_SERVER,
                span.start(),
                end,
                Optional.empty(),
                request));
      }
      add(
          span.place(),
          new Entry(
              traceId,
              ++id,
              visit,
              name(span),
              KIND_INTERNAL,
              span.start(),
              span.end(),
              Optional.of(span),
              request));
    }
  }

  private static Duration endOfVisit(List<Span> spans, int from) {
    int last = from;
    while (last + 1 < spans.size() && spans.get(last + 1).place().equals(spans.get(from).place())) {
      last++;
    }
    return spans.get(last).end();
  }

  private static String name(Span span) {
    return switch (span.activity()) {
      case POOL_WAIT -> "wait for a connection of " + span.name();
      case NETWORK, MEMORY_WAIT, READY, RUNNING, BLOCKING_IO, IO -> span.name();
    };
  }

  private void add(Optional<Place> resource, Entry entry) {
    entries.computeIfAbsent(resource, place -> new ArrayList<>()).add(entry);
  }

  /** Seed and replication, with their bits spread; never zero. Steele, Lea and Flood (2014). */
  private long mixed() {
    long z = seed + 0x9E3779B97F4A7C15L * (replication + 1);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }

  private void write() {
    json.writeStartObject();
    json.writeArrayPropertyStart("resourceSpans");
    entries.forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Optional<Place> resource, List<Entry> spans) {
    json.writeStartObject();
    json.writeObjectPropertyStart("resource");
    json.writeArrayPropertyStart("attributes");
    attribute("service.name", resource.map(Place::service).orElse(CLIENTS));
    resource.ifPresent(
        place -> attribute("service.instance.id", Integer.toString(place.replica())));
    json.writeEndArray();
    json.writeEndObject();
    json.writeArrayPropertyStart("scopeSpans");
    json.writeStartObject();
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("name", "dev.fastsim");
    json.writeEndObject();
    json.writeArrayPropertyStart("spans");
    spans.forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Entry entry) {
    json.writeStartObject();
    json.writeStringProperty("traceId", entry.traceId);
    json.writeStringProperty("spanId", "%016x".formatted(entry.id));
    if (entry.parent != 0) {
      json.writeStringProperty("parentSpanId", "%016x".formatted(entry.parent));
    }
    json.writeStringProperty("name", entry.name);
    json.writeNumberProperty("kind", entry.kind);
    json.writeStringProperty("startTimeUnixNano", unixNanos(entry.start));
    json.writeStringProperty("endTimeUnixNano", unixNanos(entry.end));
    json.writeArrayPropertyStart("attributes");
    attribute("fastsim.request", entry.request.number());
    attribute("fastsim.outcome", entry.request.outcomeText());
    entry.span.ifPresent(this::attributes);
    json.writeEndArray();
    boolean isFailed =
        entry.kind == KIND_CLIENT && !entry.request.outcomeText().equals("completed");
    json.writeObjectPropertyStart("status");
    if (isFailed) {
      json.writeNumberProperty("code", STATUS_ERROR);
      json.writeStringProperty("message", entry.request.outcomeText());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void attributes(Span span) {
    attribute("fastsim.activity", span.activity().text());
    span.core().ifPresent(core -> attribute("fastsim.core", core));
  }

  private static String unixNanos(Duration sinceStart) {
    return Long.toString(START.getEpochSecond() * 1_000_000_000L + sinceStart.toNanos());
  }

  private void attribute(String key, String value) {
    attribute(key, "stringValue", value);
  }

  private void attribute(String key, int value) {
    attribute(key, "intValue", Integer.toString(value));
  }

  private void attribute(String key, String type, String value) {
    json.writeStartObject();
    json.writeStringProperty("key", key);
    json.writeObjectPropertyStart("value");
    json.writeStringProperty(type, value);
    json.writeEndObject();
    json.writeEndObject();
  }
}
