package dev.fastsim.report;

import dev.fastsim.report.page.Unit;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import dev.fastsim.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a timeline shows, in sentences and rows: for those who cannot see it, and for the hurried.
 */
final class TimelineFacts {

  private final Timeline timeline;

  TimelineFacts(Timeline timeline) {
    this.timeline = timeline;
  }

  /** The most telling first. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(cores());
    timeline.requests().stream()
        .filter(request -> timeline.slowest().filter(it -> it == request.number()).isPresent())
        .forEach(slowest -> sentences.add(slowest(slowest)));
    if (timeline.omitted() > 0) {
      sentences.add(
          "%d requests that were inside when the window began are left out; cores may seem idle"
                  .formatted(timeline.omitted())
              + " towards its end.");
    }
    return sentences;
  }

  private String cores() {
    double total = (double) timeline.length().toNanos() * timeline.cores().size();
    long computing = 0;
    Map<String, Long> blocked = new LinkedHashMap<>();
    for (RecordedRequest request : timeline.requests()) {
      for (Span span : request.spans()) {
        if (span.core().isPresent() && timeline.shows(span)) {
          if (span.activity() == Activity.RUNNING) {
            computing += within(span);
          } else {
            blocked.merge(blocker(span), within(span), Long::sum);
          }
        }
      }
    }
    long blockedSum = blocked.values().stream().mapToLong(it -> it).sum();
    String blockers =
        blocked.entrySet().stream()
            .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
            .map(each -> "%s by %s".formatted(share(each.getValue() / total), each.getKey()))
            .collect(Collectors.joining(", "));
    return "In these %s the cores compute for %s of the time, %sand are idle for %s."
        .formatted(
            time(timeline.length()),
            share(computing / total),
            blocked.isEmpty()
                ? ""
                : "are blocked for %s (%s), ".formatted(share(blockedSum / total), blockers),
            share(Math.max(0, 1 - (computing + blockedSum) / total)));
  }

  private static String blocker(Span span) {
    return span.activity() == Activity.POOL_WAIT ? "waiting for " + span.name() : span.name();
  }

  /** Nanoseconds of a span in the window. */
  private long within(Span span) {
    Duration start = later(span.start(), timeline.from());
    Duration end = span.end().compareTo(timeline.to()) < 0 ? span.end() : timeline.to();
    return end.minus(start).toNanos();
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static String slowest(RecordedRequest request) {
    return "The slowest request of the run is number %d (%s): %s of which %s."
        .formatted(request.number(), request.endpoint(), time(request.length()), shares(request));
  }

  private static String shares(RecordedRequest request) {
    Map<String, Long> spent = new LinkedHashMap<>();
    for (Span span : request.spans()) {
      spent.merge(what(span), span.length().toNanos(), Long::sum);
    }
    double total = request.length().toNanos();
    return spent.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(each -> "%s %s".formatted(share(each.getValue() / total), each.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String what(Span span) {
    return switch (span.activity()) {
      case READY, MEMORY_WAIT, THREAD_WAIT, PERMIT_WAIT -> span.name();
      case PROVIDER_WAIT -> "waiting for provider " + span.name();
      case NETWORK -> "network";
      case POOL_WAIT -> "waiting for a connection of " + span.name();
      case RUNNING -> "computing " + span.name();
      case BLOCKING_IO -> "blocked by " + span.name();
      case IO -> "waiting for " + span.name();
    };
  }

  /** A row for each request: number, endpoint, arrival, latency, outcome, and its story. */
  List<List<String>> rows() {
    return timeline.requests().stream()
        .map(
            request ->
                List.of(
                    Integer.toString(request.number()),
                    request.endpoint(),
                    signed(request.arrival().minus(timeline.from())),
                    time(request.length()),
                    request.outcomeText(),
                    story(request)))
        .toList();
  }

  private static String story(RecordedRequest request) {
    return request.spans().stream()
        .map(
            span ->
                "%s %s%s"
                    .formatted(
                        what(span),
                        time(span.length()),
                        span.core().isPresent() ? " on core " + span.core().getAsInt() : ""))
        .collect(Collectors.joining("; "));
  }

  private static String signed(Duration time) {
    return time.isNegative() ? "-" + time(time.negated()) : time(time);
  }

  static String time(Duration time) {
    return Unit.SECONDS.format(time.toNanos() / 1e9);
  }

  private static String share(double share) {
    return Unit.SHARE.format(share);
  }
}
