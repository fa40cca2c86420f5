package dev.fastsim.timeline;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that trace viewers open, read again. */
class TraceFilesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Two services, links between them, replicas with two cores; some requests time out. */
  private static final SimulationResult RESULT =
      FastSim.simulate(
          Scenario.builder("shop")
              .service(
                  "api",
                  it ->
                      it.cores(2)
                          .replicas(2, BalancingPolicy.ROUND_ROBIN)
                          .endpoint("GET \"/item\" <b>é</b>", cpu("parse", "exponential(3 ms)")))
              .service(
                  "store",
                  it ->
                      it.pool("db", 2, Duration.ofMillis(4))
                          .endpoint(
                              "read",
                              blockingIo("disk", "exponential(1 ms)"),
                              io("query", "exponential(6 ms)", "db")))
              .link("clients", "api", "1 ms")
              .link("api", "store", "exponential(500 us)")
              .link("store", "clients", "1 ms")
              .poissonArrivals(300)
              .runs(new RunPlan(Duration.ofSeconds(5), Duration.ofSeconds(1), 42, 2, 2))
              .build());

  private static JsonNode json(Consumer<ByteArrayOutputStream> writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.accept(out);
    return JSON.readTree(out.toByteArray());
  }

  private static List<JsonNode> events(JsonNode trace, String phase) {
    return trace
        .path("traceEvents")
        .valueStream()
        .filter(event -> event.path("ph").stringValue().equals(phase))
        .toList();
  }

  @Test
  void chromeTraceHasALaneForEachCoreAndEachRequest() {
    Timeline timeline = RESULT.timeline(0, new TimelineWindow.AfterWarmUp(30));

    JsonNode trace = json(out -> ChromeTrace.write(timeline, out));

    Set<String> lanes =
        events(trace, "M").stream()
            .filter(event -> event.path("name").stringValue().equals("thread_name"))
            .map(event -> event.path("args").path("name").stringValue())
            .collect(Collectors.toSet());
    assertThat(lanes).contains("core 1", "core 2");
    RecordedRequest first = timeline.requests().get(0);
    assertThat(lanes).contains("request %d: GET \"/item\" <b>é</b>".formatted(first.number()));
    assertThat(
            events(trace, "M").stream()
                .filter(event -> event.path("name").stringValue().equals("process_name"))
                .map(event -> event.path("args").path("name").stringValue()))
        .containsExactly(
            "requests",
            "api, replica 1: cores",
            "api, replica 2: cores",
            "store, replica 1: cores");
  }

  @Test
  void chromeTraceHasEachSpanInItsLanesExactly() {
    Timeline timeline = RESULT.timeline(0, new TimelineWindow.AfterWarmUp(30));

    JsonNode trace = json(out -> ChromeTrace.write(timeline, out));

    List<String> expected = new ArrayList<>();
    for (RecordedRequest request : timeline.requests()) {
      expected.add("1/%d %s".formatted(request.number(), times(request.arrival(), request.end())));
      for (Span span : request.spans()) {
        String times = times(span.start(), span.end());
        expected.add("1/%d %s".formatted(request.number(), times));
        span.heldCore()
            .ifPresent(
                core -> {
                  int process =
                      core.place().service().equals("store") ? 4 : 1 + core.place().replica();
                  expected.add("%d/%d %s".formatted(process, core.number(), times));
                });
      }
    }
    assertThat(events(trace, "X"))
        .extracting(
            event ->
                "%d/%d %s"
                    .formatted(
                        event.path("pid").intValue(),
                        event.path("tid").intValue(),
                        times(nanos(event, "ts"), nanos(event, "ts").plus(nanos(event, "dur")))))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(events(trace, "X"))
        .filteredOn(event -> event.path("cat").stringValue().equals("blocking I/O"))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.path("name").stringValue()).isEqualTo("disk");
              assertThat(event.path("cname").stringValue()).isEqualTo("terrible");
            });
  }

  private static Duration nanos(JsonNode event, String name) {
    BigDecimal micros = event.path(name).decimalValue();
    return Duration.ofNanos(micros.movePointRight(3).longValueExact());
  }

  private static String times(Duration start, Duration end) {
    return start.toNanos() + ".." + end.toNanos();
  }

  @Test
  void otlpSpansAreEncodedAsTheProtocolWantsThem() {
    List<RecordedRequest> slowest = RESULT.slowestRequests(0, 10);

    JsonNode traces = json(out -> OtlpTraces.write(slowest, 42, 0, out));

    assertThat(traces.propertyNames()).containsExactly("resourceSpans");
    List<JsonNode> spans = spans(traces);
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.path("traceId").stringValue()).matches("[0-9a-f]{32}");
              assertThat(span.path("spanId").stringValue()).matches("[0-9a-f]{16}");
              assertThat(span.path("kind").isInt()).isTrue();
              assertThat(span.path("startTimeUnixNano").stringValue()).matches("1577836[0-9]{12}");
              assertThat(
                      Long.parseLong(span.path("endTimeUnixNano").stringValue())
                          - Long.parseLong(span.path("startTimeUnixNano").stringValue()))
                  .isPositive();
              assertThat(span.path("name").stringValue()).isNotEmpty();
            });
    assertThat(spans).extracting(span -> span.path("spanId").stringValue()).doesNotHaveDuplicates();
    assertThat(traces.path("resourceSpans").valueStream().map(TraceFilesTest::service))
        .contains("clients", "api", "store");
    JsonNode core =
        spans.stream()
            .flatMap(span -> span.path("attributes").valueStream())
            .filter(attribute -> attribute.path("key").stringValue().equals("fastsim.core"))
            .findFirst()
            .orElseThrow();
    assertThat(core.path("value").path("intValue").stringValue()).matches("[12]");
  }

  private static String service(JsonNode resourceSpans) {
    JsonNode first = resourceSpans.path("resource").path("attributes").path(0);
    assertThat(first.path("key").stringValue()).isEqualTo("service.name");
    return first.path("value").path("stringValue").stringValue();
  }

  private static List<JsonNode> spans(JsonNode traces) {
    return traces
        .path("resourceSpans")
        .valueStream()
        .flatMap(resource -> resource.path("scopeSpans").valueStream())
        .flatMap(scope -> scope.path("spans").valueStream())
        .toList();
  }

  @Test
  void otlpSpansAreOneTreeForEachRequestAndLieWithinTheirParents() {
    List<RecordedRequest> slowest = RESULT.slowestRequests(1, 10);

    List<JsonNode> spans = spans(json(out -> OtlpTraces.write(slowest, 42, 1, out)));

    Map<String, JsonNode> byId = new HashMap<>();
    spans.forEach(span -> byId.put(span.path("spanId").stringValue(), span));
    Set<String> roots = new HashSet<>();
    for (JsonNode span : spans) {
      if (span.has("parentSpanId")) {
        JsonNode parent = Objects.requireNonNull(byId.get(span.path("parentSpanId").stringValue()));
        assertThat(span.path("traceId")).isEqualTo(parent.path("traceId"));
        assertThat(time(span, "start")).isGreaterThanOrEqualTo(time(parent, "start"));
        assertThat(time(span, "end")).isLessThanOrEqualTo(time(parent, "end"));
      } else {
        assertThat(roots.add(span.path("traceId").stringValue())).isTrue();
        assertThat(span.path("name").stringValue()).isEqualTo("GET \"/item\" <b>é</b>");
      }
    }
    assertThat(roots).hasSize(10);
    assertThat(spans)
        .filteredOn(span -> !span.has("parentSpanId"))
        .extracting(span -> Duration.ofNanos(time(span, "end") - time(span, "start")))
        .containsExactlyElementsOf(slowest.stream().map(RecordedRequest::length).toList());
    assertThat(spans).extracting(span -> span.path("kind").intValue()).contains(1, 2, 3);
  }

  private static long time(JsonNode span, String which) {
    return Long.parseLong(span.path(which + "TimeUnixNano").stringValue());
  }

  @Test
  void aFailedRequestIsAnErrorInItsRoot() {
    List<RecordedRequest> timedOut =
        RESULT.timeline(0, new TimelineWindow.AfterWarmUp(500)).requests().stream()
            .filter(request -> request.outcomeText().equals("timed out"))
            .limit(1)
            .toList();

    List<JsonNode> spans = spans(json(out -> OtlpTraces.write(timedOut, 42, 0, out)));

    assertThat(spans)
        .filteredOn(span -> span.path("status").path("code").asInt(0) == 2)
        .singleElement()
        .satisfies(
            root -> {
              assertThat(root.has("parentSpanId")).isFalse();
              assertThat(root.path("status").path("message").stringValue()).isEqualTo("timed out");
            });
    assertThat(spans)
        .extracting(span -> span.path("name").stringValue())
        .contains("wait for a connection of db");
  }
}
