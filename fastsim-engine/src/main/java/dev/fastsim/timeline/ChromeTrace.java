package dev.fastsim.timeline;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A timeline in the Trace Event Format, which <a href="https://ui.perfetto.dev">Perfetto</a>,
 * Chrome's {@code about:tracing} and Speedscope open. Each replica is a process with a thread for
 * each of its cores, and the requests are a process with a thread for each. Whole lives are
 * written, so that some of it lies outside the window.
 *
 * <p>Times are in microseconds, as the format wants them, with three digits behind the point, which
 * makes them exact.
 */
public final class ChromeTrace {

  private static final int REQUESTS = 1;
  private static final int FIRST_REPLICA = 2;
  private static final int MICROS_SCALE = 3;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Timeline timeline;
  private final JsonGenerator json;
  private final List<Place> places;

  private ChromeTrace(Timeline timeline, JsonGenerator json) {
    this.timeline = timeline;
    this.json = json;
    this.places = timeline.cores().stream().map(Core::place).distinct().toList();
  }

  /**
   * Writes a timeline as UTF-8; the stream is closed.
   *
   * @throws tools.jackson.core.exc.JacksonIOException if it cannot be written
   */
  public static void write(Timeline timeline, OutputStream out) {
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      new ChromeTrace(timeline, json).write();
    }
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("displayTimeUnit", "ms");
    json.writeObjectPropertyStart("otherData");
    json.writeStringProperty("scenario", timeline.scenario());
    json.writeStringProperty("seed", Long.toString(timeline.seed()));
    json.writeStringProperty("replication", Integer.toString(timeline.replication()));
    json.writeEndObject();
    json.writeArrayPropertyStart("traceEvents");
    writeNames();
    timeline.requests().forEach(this::writeRequest);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Cores above requests. */
  private void writeNames() {
    name("process_name", REQUESTS, 0, "requests");
    sortIndex(REQUESTS, Integer.MAX_VALUE);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      name(
          "process_name",
          FIRST_REPLICA + i,
          0,
          "%s, replica %d: cores".formatted(place.service(), place.replica()));
      sortIndex(FIRST_REPLICA + i, i);
    }
    for (Core core : timeline.cores()) {
      name("thread_name", process(core.place()), core.number(), "core " + core.number());
    }
    for (RecordedRequest request : timeline.requests()) {
      boolean isSlowest = timeline.slowest().filter(it -> it == request.number()).isPresent();
      String text = "request %d: %s".formatted(request.number(), request.endpoint());
      name("thread_name", REQUESTS, request.number(), isSlowest ? text + " (slowest)" : text);
    }
  }

  private int process(Place place) {
    return FIRST_REPLICA + places.indexOf(place);
  }

  private void name(String what, int process, int thread, String name) {
    startMetadata(what, process, thread);
    json.writeStringProperty("name", name);
    endMetadata();
  }

  private void sortIndex(int process, int index) {
    startMetadata("process_sort_index", process, 0);
    json.writeNumberProperty("sort_index", index);
    endMetadata();
  }

  private void startMetadata(String what, int process, int thread) {
    json.writeStartObject();
    json.writeStringProperty("ph", "M");
    json.writeStringProperty("name", what);
    json.writeNumberProperty("pid", process);
    json.writeNumberProperty("tid", thread);
    json.writeObjectPropertyStart("args");
  }

  private void endMetadata() {
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeRequest(RecordedRequest request) {
    long arrival = request.arrival().toNanos();
    startEvent(request.endpoint(), "request", REQUESTS, request.number(), arrival);
    length(request.length().toNanos());
    json.writeObjectPropertyStart("args");
    json.writeStringProperty("outcome", request.outcomeText());
    endEvent();
    for (Span span : request.spans()) {
      writeSpan(span, REQUESTS, request.number(), request);
      span.heldCore()
          .ifPresent(core -> writeSpan(span, process(core.place()), core.number(), request));
    }
  }

  private void writeSpan(Span span, int process, int thread, RecordedRequest request) {
    startEvent(span.name(), span.activity().text(), process, thread, span.start().toNanos());
    length(span.length().toNanos());
    json.writeStringProperty("cname", color(span));
    json.writeObjectPropertyStart("args");
    json.writeNumberProperty("request", request.number());
    json.writeStringProperty("endpoint", request.endpoint());
    json.writeStringProperty("activity", span.activity().text());
    if (span.place().isPresent()) {
      json.writeStringProperty("service", span.place().get().service());
      json.writeNumberProperty("replica", span.place().get().replica());
    }
    if (span.core().isPresent()) {
      json.writeNumberProperty("core", span.core().getAsInt());
    }
    endEvent();
  }

  private void startEvent(String name, String category, int process, int thread, long start) {
    json.writeStartObject();
    json.writeStringProperty("ph", "X");
    json.writeStringProperty("name", name);
    json.writeStringProperty("cat", category);
    json.writeNumberProperty("pid", process);
    json.writeNumberProperty("tid", thread);
    json.writeNumberProperty("ts", micros(start));
  }

  private void length(long nanos) {
    json.writeNumberProperty("dur", micros(nanos));
  }

  /** Closes the arguments, too. */
  private void endEvent() {
    json.writeEndObject();
    json.writeEndObject();
  }

  private static BigDecimal micros(long nanos) {
    return BigDecimal.valueOf(nanos, MICROS_SCALE);
  }

  /** One of the viewer's reserved names of colours; those who do not know them choose their own. */
  private static String color(Span span) {
    if (span.core().isPresent() && span.activity() != Activity.RUNNING) {
      return "terrible";
    }
    return switch (span.activity()) {
      case RUNNING -> "thread_state_running";
      case READY -> "thread_state_runnable";
      case IO, BLOCKING_IO -> "thread_state_iowait";
      case POOL_WAIT, MEMORY_WAIT -> "thread_state_uninterruptible";
      case NETWORK -> "grey";
    };
  }
}
