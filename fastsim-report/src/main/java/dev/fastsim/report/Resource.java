package dev.fastsim.report;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something of which there is only so much.
 *
 * @param service whose it is
 * @param waitName what results call the time spent waiting for it
 * @param name in words: {@code cores of shop}, {@code pool db of shop}
 * @param utilization share of it in use
 */
record Resource(String service, String waitName, String name, Estimate utilization) {

  private static final double SLOW = 0.05;
  private static final double MUCH = 0.2;

  /** All resources of a result, in the scenario's order. */
  static List<Resource> of(SimulationResult result) {
    List<Resource> all = new ArrayList<>();
    for (ServerResult server : result.servers()) {
      String of = result.servers().size() > 1 ? " of " + server.name() : "";
      all.add(
          new Resource(
              server.name(), WaitNames.READY_QUEUE, "cores" + of, server.cpuUtilization()));
      if (!server.ramUtilization().isUnknown()) {
        all.add(
            new Resource(server.name(), WaitNames.MEMORY, "memory" + of, server.ramUtilization()));
      }
      for (PoolResult pool : server.pools()) {
        all.add(
            new Resource(
                server.name(),
                WaitNames.pool(pool.pool().name()),
                "pool " + pool.pool().name() + of,
                pool.utilization()));
      }
    }
    return all;
  }

  /**
   * What holds requests up: the resource that the slowest 5% wait for most, if that is a fifth of
   * their time or more; else the one with the highest utilization. Empty if nothing is known of
   * any.
   */
  static Optional<Bottleneck> bottleneck(SimulationResult result) {
    List<Resource> known =
        of(result).stream().filter(each -> !each.utilization().isUnknown()).toList();
    for (TimeBreakdown.Share share : result.breakdown().shares(SLOW)) {
      List<Resource> behind =
          known.stream().filter(each -> each.waitName().equals(share.category())).toList();
      if (share.share() >= MUCH && !behind.isEmpty()) {
        return Optional.of(new Bottleneck(busiest(behind), share.share()));
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bottleneck(busiest(known), Double.NaN));
  }

  private static Resource busiest(List<Resource> resources) {
    return resources.stream()
        .max(Comparator.comparingDouble(resource -> resource.utilization().value()))
        .orElseThrow();
  }

  /**
   * What holds requests up.
   *
   * @param resource that they wait for
   * @param share of the time of the slowest 5% that is spent waiting for it; NaN if none waits much
   */
  record Bottleneck(Resource resource, double share) {

    /** In a sentence. */
    String text() {
      String inUse = Shares.format(resource.utilization().value());
      return Double.isNaN(share)
          ? "No wait stands out; the busiest are the %s: %s in use."
              .formatted(resource.name(), inUse)
          : "The bottleneck is %s: the slowest 5%% spend %s of their time waiting for it; it is %s in use."
              .formatted(resource.name(), Shares.format(Math.rint(100 * share) / 100), inUse);
    }
  }
}
