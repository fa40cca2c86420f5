package dev.fastsim.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A window of one replication in which it is known what every request did when.
 *
 * @param scenario its name
 * @param seed of the random numbers
 * @param replication from 0
 * @param from start of the window, since the start of the replication
 * @param to end of the window, not before {@code from}
 * @param cores of all replicas, in the scenario's order
 * @param requests that were inside at some time of the window, in the order of arrival; each with
 *     its whole life, also outside the window
 * @param slowest number of the request that the window was chosen for, if it was for one
 * @param omitted how many requests that were inside when the window began are left out, since there
 *     are too many; they are those that had arrived last
 */
public record Timeline(
    String scenario,
    long seed,
    int replication,
    Duration from,
    Duration to,
    List<Core> cores,
    List<RecordedRequest> requests,
    Optional<Integer> slowest,
    int omitted) {

  public Timeline {
    cores = List.copyOf(cores);
    requests = List.copyOf(requests);
  }

  /** How long the window is. */
  public Duration length() {
    return to.minus(from);
  }

  /** Whether some of a span lies in the window. */
  public boolean shows(Span span) {
    return span.start().compareTo(to) < 0 && span.end().compareTo(from) > 0;
  }

  /** Spans of the window in which a core was held for I/O or for a connection, not to compute. */
  public List<Span> blockedCores() {
    return requests.stream()
        .flatMap(request -> request.spans().stream())
        .filter(span -> span.core().isPresent() && span.activity() != Activity.RUNNING)
        .filter(this::shows)
        .toList();
  }
}
