package dev.fastsim.simulation;

import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Service;
import dev.fastsim.simulation.RandomParts.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Up to ten faults of any kind, many of them at once, some beyond the end of the run. */
final class RandomFaults {

  private final RandomParts parts;
  private final List<Service> services;
  private final List<Link> links;
  private final int millis;

  RandomFaults(RandomParts parts, List<Service> services, List<Link> links, int millis) {
    this.parts = parts;
    this.services = services;
    this.links = links;
    this.millis = millis;
  }

  List<Fault> some() {
    List<Fault> some = new ArrayList<>();
    for (int left = parts.from(1, 5); left > 0; left--) {
      int kind = parts.is(Style.CROWDED) && parts.oneIn(2) ? 0 : parts.from(0, 9);
      for (int more = parts.oneIn(3) ? 2 : 1; more > 0; more--) {
        any(kind).ifPresent(some::add);
      }
    }
    return some;
  }

  /** Empty if a pool should shrink and there is none. */
  private Optional<Fault> any(int kind) {
    boolean isBrief = parts.is(Style.CROWDED); // a crowd comes in less than a second
    int longest = isBrief ? 30 : 200;
    int step = isBrief || parts.oneIn(2) ? 1 : 50;
    Duration start = Duration.ofMillis(parts.from(0, (millis - 1) / step) * (long) step);
    Duration duration = Duration.ofMillis(parts.from(1, longest / step) * (long) step);
    Service service = parts.pick(services);
    String link = parts.pick(links).name();
    return switch (kind) {
      case 0, 7, 8 ->
          service.autoscaler().isPresent()
              ? Optional.empty()
              : Optional.of(outage(service, start, duration));
      case 1 ->
          Optional.of(
              new Fault.LatencySpike(link, Duration.ofMillis(parts.from(1, 20)), start, duration));
      case 2 ->
          Optional.of(
              new Fault.ExtraLoss(
                  link, parts.oneIn(4) ? 1 : parts.between(0.01, 0.9), start, duration));
      case 3 ->
          Optional.of(
              new Fault.Slowdown(
                  service.name(),
                  parts.pick(1.5, 2.0, 7.0, Double.POSITIVE_INFINITY),
                  start,
                  duration));
      case 4 -> Optional.of(new Fault.Surge(parts.pick(0.25, 0.5, 2.0, 3.0), start, duration));
      default -> shrink(service, start, duration);
    };
  }

  private Fault outage(Service service, Duration start, Duration duration) {
    return new Fault.Outage(
        service.name(),
        parts.oneIn(3) ? Fault.Outage.ALL : parts.from(1, service.server().replicas()),
        parts.is(Style.CROWDED) && parts.oneIn(2)
            ? Fault.Outage.Mode.KILL
            : parts.pick(Fault.Outage.Mode.values()),
        start,
        duration);
  }

  private Optional<Fault> shrink(Service service, Duration start, Duration duration) {
    if (service.pools().isEmpty()) {
      return Optional.empty();
    }
    ConnectionPool pool = parts.pick(service.pools());
    return Optional.of(
        new Fault.PoolShrink(
            service.name(), pool.name(), parts.from(0, pool.size() - 1), start, duration));
  }
}
