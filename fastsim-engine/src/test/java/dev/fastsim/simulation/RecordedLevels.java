package dev.fastsim.simulation;

import dev.fastsim.metrics.Level;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.Place;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** How many requests did something at a replica, worked out from recorded spans. */
final class RecordedLevels {

  private final List<Span> spans;

  RecordedLevels(List<RecordedRequest> requests, Place place) {
    spans =
        requests.stream()
            .flatMap(request -> request.spans().stream())
            .filter(span -> span.place().filter(place::equals).isPresent())
            .toList();
  }

  Level coresHeld(long start, long end) {
    return level(span -> span.core().isPresent(), start, end);
  }

  Level ready(long start, long end) {
    return level(span -> span.activity() == Activity.READY, start, end);
  }

  Level memoryWaits(long start, long end) {
    return level(span -> span.activity() == Activity.MEMORY_WAIT, start, end);
  }

  Level io(long start, long end) {
    return level(
        span -> span.activity() == Activity.IO || span.activity() == Activity.BLOCKING_IO,
        start,
        end);
  }

  Level poolWaits(String pool, long start, long end) {
    return level(
        span -> span.activity() == Activity.POOL_WAIT && span.name().equals(pool), start, end);
  }

  /** What comes free at an instant is taken at the same instant, so ends go first. */
  private Level level(Predicate<Span> which, long start, long end) {
    record Change(long time, int delta) {}
    List<Change> changes =
        spans.stream()
            .filter(which)
            .flatMap(
                span ->
                    List.of(
                        new Change(span.start().toNanos(), 1), new Change(span.end().toNanos(), -1))
                        .stream())
            .sorted(
                (a, b) ->
                    a.time != b.time
                        ? Long.compare(a.time, b.time)
                        : Integer.compare(a.delta, b.delta))
            .toList();
    Timeline timeline = new Timeline();
    changes.forEach(change -> timeline.add(change.time, change.delta));
    return Objects.requireNonNull(timeline.between(start, end));
  }
}
