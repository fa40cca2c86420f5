package dev.fastsim.scenario;

import dev.fastsim.units.Durations;
import java.util.List;

/** Faults must happen during a run, to something that there is. */
final class FaultRules {

  private FaultRules() {}

  static void check(
      List<Node> nodes, List<Link> links, List<Fault> faults, RunPlan runs, List<String> mistakes) {
    List<Service> services = Topology.services(nodes);
    List<String> serviceNames = services.stream().map(Service::name).toList();
    List<String> linkNames = links.stream().map(Link::name).toList();
    for (Fault fault : faults) {
      String user = "the fault '%s'".formatted(fault.text());
      if (fault.start().compareTo(runs.duration()) >= 0) {
        mistakes.add(
            "%s starts at %s, but a run ends at %s"
                .formatted(
                    user,
                    Durations.format(fault.start().toNanos()),
                    Durations.format(runs.duration().toNanos())));
      }
      if (fault instanceof Fault.LatencySpike spike) {
        ScenarioRules.requireKnown(user, "link", spike.link(), linkNames, mistakes);
      } else if (fault instanceof Fault.ExtraLoss loss) {
        ScenarioRules.requireKnown(user, "link", loss.link(), linkNames, mistakes);
      } else if (fault instanceof Fault.Outage outage) {
        ScenarioRules.requireKnown(user, "service", outage.service(), serviceNames, mistakes);
        services.stream()
            .filter(service -> service.name().equals(outage.service()))
            .filter(service -> service.autoscaler().isPresent())
            .forEach(service -> refuseOutage(user, service, mistakes));
      } else if (fault instanceof Fault.Slowdown slowdown) {
        ScenarioRules.requireKnown(user, "service", slowdown.service(), serviceNames, mistakes);
      } else if (fault instanceof Fault.PoolShrink shrink) {
        ScenarioRules.requireKnown(user, "service", shrink.service(), serviceNames, mistakes);
        services.stream()
            .filter(service -> service.name().equals(shrink.service()))
            .forEach(service -> checkPool(user, shrink, service, mistakes));
      }
    }
  }

  private static void refuseOutage(String user, Service service, List<String> mistakes) {
    mistakes.add(
        "%s takes replicas of '%s', which has an autoscaler; outages need a fixed number of replicas"
            .formatted(user, service.name()));
  }

  private static void checkPool(
      String user, Fault.PoolShrink shrink, Service service, List<String> mistakes) {
    List<String> pools = service.pools().stream().map(ConnectionPool::name).toList();
    ScenarioRules.requireKnown(user, "pool", shrink.pool(), pools, mistakes);
    for (ConnectionPool pool : service.pools()) {
      if (pool.name().equals(shrink.pool()) && shrink.size() >= pool.size()) {
        mistakes.add("%s does not shrink the pool, which has %d".formatted(user, pool.size()));
      }
    }
  }
}
