package dev.fastsim.timeline;

import dev.fastsim.metrics.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The whole life of a request.
 *
 * @param number in the order of arrival in its replication, from 1
 * @param endpoint that the client called
 * @param arrival since the start of the replication
 * @param end since the start of the replication; that of the replication for a request still inside
 * @param outcome how it ended; empty if it was still inside when the replication ended
 * @param spans what it did, in order and without gaps from {@code arrival} to {@code end}; what
 *     takes no time is left out
 */
public record RecordedRequest(
    int number,
    String endpoint,
    Duration arrival,
    Duration end,
    Optional<Outcome> outcome,
    List<Span> spans) {

  public RecordedRequest {
    spans = List.copyOf(spans);
  }

  /** From arrival to end: its latency, if it was completed. */
  public Duration length() {
    return end.minus(arrival);
  }

  /** How it ended, in words: {@code timed out}, or {@code in flight}. */
  public String outcomeText() {
    return outcome.map(RecordedRequest::words).orElse("in flight");
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED -> "completed";
      case DROPPED -> "dropped";
      case REJECTED -> "rejected";
      case TIMED_OUT -> "timed out";
    };
  }
}
