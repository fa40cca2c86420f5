package dev.fastsim.timeline;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A time during which a request did one thing.
 *
 * @param activity what it did
 * @param name of the step, the pool or the link; for other waits as in {@link
 *     dev.fastsim.scenario.WaitNames}. Computing on a core that is slower than it should be counts
 *     as a whole
 * @param place the replica it was at; empty on links
 * @param core number of the core it held, from 1; empty if it held none
 * @param start since the start of the replication
 * @param end since the start of the replication, later than {@code start}
 */
public record Span(
    Activity activity,
    String name,
    Optional<Place> place,
    OptionalInt core,
    Duration start,
    Duration end) {

  /** How long it lasted. */
  public Duration length() {
    return end.minus(start);
  }

  /** The core it held, if it held one. */
  public Optional<Core> heldCore() {
    return core.isEmpty()
        ? Optional.empty()
        : place.map(replica -> new Core(replica, core.getAsInt()));
  }
}
