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
    } else if (metric.isCost() && services.stream().noneMatch(Service::hasPrices)) {
      mistakes.add(
          "%s limits what is spent, but nothing has a price; give one to machines or tokens"
              .formatted(user));
    } else if (metric instanceof Metric.FirstToken token) {
      checkCall(user, token);
    }
  }

  private void checkCall(String user, Metric.FirstToken token) {
    List<String> calls =
        services.stream()
            .flatMap(service -> service.steps().stream())
            .filter(Step.Llm.class::isInstance)
            .map(Step::name)
            .distinct()
            .toList();
    if (calls.isEmpty()) {
      mistakes.add(user + " is about calls of language models, but there are none");
    }
    if (!calls.isEmpty()) {
      token
          .call()
          .ifPresent(name -> ScenarioRules.requireKnown(user, "LLM step", name, calls, mistakes));
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
