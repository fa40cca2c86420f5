package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.Place;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a request has done so far, piece by piece; the last piece may be open or lie ahead. */
final class Life {

  static final int NO_CORE = 0;

  private record Piece(
      Activity activity, String name, @Nullable Place place, int core, long start, long end) {

    Piece until(long time) {
      return new Piece(activity, name, place, core, start, time);
    }

    Span span() {
      return new Span(
          activity,
          name,
          Optional.ofNullable(place),
          core == NO_CORE ? OptionalInt.empty() : OptionalInt.of(core),
          Duration.ofNanos(start),
          Duration.ofNanos(end));
    }
  }

  final int number;
  final boolean kept;
  private final String endpoint;
  private final long arrival;
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable Activity activity;
  private String name = "";
  private @Nullable Place place;
  private long since;

  /** The number of the replica whose core it holds. */
  int coreOf;

  /** The number of the core it holds, from 1, or {@link #NO_CORE}. */
  int core = NO_CORE;

  Life(int number, boolean kept, String endpoint, long arrival) {
    this.number = number;
    this.kept = kept;
    this.endpoint = endpoint;
    this.arrival = arrival;
    this.since = arrival;
  }

  /** Begins to do something, which ends what it did before. */
  void begin(Activity next, String itsName, @Nullable Place itsPlace, long now) {
    if (kept) {
      finishPiece(now);
      activity = next;
      name = itsName;
      place = itsPlace;
    }
  }

  /** Ends what it does. */
  void finishPiece(long now) {
    if (activity != null && now > since) {
      pieces.add(new Piece(activity, name, place, core, since, now));
    }
    activity = null;
    since = now;
  }

  /** It has ended; what was to come after that did not. */
  RecordedRequest end(@Nullable Outcome outcome, long end) {
    finishPiece(Math.max(since, end));
    List<Span> spans =
        pieces.stream()
            .filter(piece -> piece.start < end)
            .map(piece -> piece.end > end ? piece.until(end) : piece)
            .map(Piece::span)
            .toList();
    return new RecordedRequest(
        number,
        endpoint,
        Duration.ofNanos(arrival),
        Duration.ofNanos(end),
        Optional.ofNullable(outcome),
        spans);
  }
}
