package dev.fastsim.scenario;

import java.util.List;
import java.util.Optional;

/** Objectives must limit something that there is, once. */
final class ObjectiveRules {

  private final List<Service> services;
  private final List<String> endpoints;
  private final List<String> mistakes;

  private ObjectiveRules(List<Service> services, List<String> endpoints, List<String> mistakes) {
    this.services = services;
    this.endpoints = endpoints;
    this.mistakes = mistakes;
  }

  static void check(
      List<Node> nodes, List<Link> links, List<Objective> objectives, List<String> mistakes) {
    List<String> endpoints =
        new Topology(nodes, links)
            .entryServices().get(0).endpoints().stream().map(Endpoint::name).toList();
    ObjectiveRules rules = new ObjectiveRules(Topology.services(nodes), endpoints, mistakes);
    objectives.forEach(rules::check);
    ScenarioRules.requireUnique(
        "objectives",
        objectives.stream()
            .map(
                objective ->
                    objective.subject().map(subject -> subject + " ").orElse("")
                        + objective.metricText())
            .toList(),
        mistakes);
  }

  private void check(Objective objective) {
    String user = "the objective '%s'".formatted(objective.text());
    Metric metric = objective.metric();
    if (metric instanceof Metric.Latency latency) {
      checkEndpoint(user, latency.endpoint());
    } else if (metric instanceof Metric.Throughput throughput) {
      checkEndpoint(user, throughput.endpoint());
    } else if (metric instanceof Metric.ErrorRate rate) {
      checkEndpoint(user, rate.endpoint());
    } else if (metric instanceof Metric.CpuUtilization cpu) {
      service(user, cpu.service());
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      service(user, lag.service());
    } else if (metric instanceof Metric.RamUtilization ram) {
      service(user, ram.service()).ifPresent(service -> checkMemory(user, service));
    } else if (metric instanceof Metric.PoolUtilization pool) {
      service(user, pool.service())
          .ifPresent(
              service ->
                  ScenarioRules.requireKnown(
                      user,
                      "pool",
                      pool.pool(),
                      service.pools().stream().map(ConnectionPool::name).toList(),
                      mistakes));
    } else if (metric.isCost() && services.stream().allMatch(each -> each.prices().areNone())) {
      mistakes.add("%s limits what is spent, but nothing has a price".formatted(user));
    }
  }

  private void checkEndpoint(String user, Optional<String> endpoint) {
    endpoint.ifPresent(
        name -> ScenarioRules.requireKnown(user, "endpoint", name, endpoints, mistakes));
  }

  private Optional<Service> service(String user, String name) {
    ScenarioRules.requireKnown(
        user, "service", name, services.stream().map(Service::name).toList(), mistakes);
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  private void checkMemory(String user, Service service) {
    if (service.server().ramBytes() == Server.UNLIMITED) {
      mistakes.add(
          "%s limits the memory of '%s', which has memory without limit"
              .formatted(user, service.name()));
    }
  }
}
