package dev.fastsim.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What services must keep, each for itself and all together. */
final class ServiceRules {

  private final List<String> mistakes;

  /** Steps are identified by name over all services. */
  private final Map<String, Step> steps = new HashMap<>();

  /** So are providers. */
  private final Map<String, LlmProvider> providers = new HashMap<>();

  private final List<String> waits;

  private ServiceRules(List<Service> services, List<String> mistakes) {
    this.mistakes = mistakes;
    this.waits = new ArrayList<>(WaitNames.all(Topology.poolNames(services)));
    services.forEach(service -> service.steps().forEach(this::addParts));
  }

  /** What results call the parts of a step. */
  private void addParts(Step step) {
    if (step instanceof Step.Llm llm) {
      waits.add(WaitNames.firstToken(llm.name()));
      waits.add(WaitNames.output(llm.name()));
      waits.add(WaitNames.provider(llm.provider().name()));
    }
  }

  static void check(List<Service> services, List<String> mistakes) {
    if (services.isEmpty()) {
      mistakes.add("there is no service");
    }
    ServiceRules rules = new ServiceRules(services, mistakes);
    services.forEach(rules::check);
  }

  private void check(Service service) {
    List<String> pools = service.pools().stream().map(ConnectionPool::name).toList();
    ScenarioRules.requireUnique("connection pools", pools, mistakes);
    if (service.endpoints().isEmpty()) {
      mistakes.add(
          "there is no endpoint in '%s'; a service needs at least one".formatted(service.name()));
    }
    ScenarioRules.requireUnique(
        "endpoints", service.endpoints().stream().map(Endpoint::name).toList(), mistakes);
    service.autoscaler().ifPresent(autoscaler -> checkReplicas(service, autoscaler));
    for (Step step : service.steps()) {
      checkPool(step, service, pools);
      checkName(step);
    }
    for (Endpoint endpoint : service.endpoints()) {
      endpoint.body().vocabulary().forEach(this::checkIdentity);
      checkMemory(service, endpoint);
    }
  }

  private void checkReplicas(Service service, Autoscaler autoscaler) {
    int replicas = service.server().replicas();
    if (replicas < autoscaler.min() || replicas > autoscaler.max()) {
      mistakes.add(
          "'%s' starts with %d replicas, but its autoscaler keeps them from %d to %d"
              .formatted(service.name(), replicas, autoscaler.min(), autoscaler.max()));
    }
  }

  private void checkIdentity(Step step) {
    Step known = steps.putIfAbsent(step.name(), step);
    if (known != null && !known.equals(step)) {
      mistakes.add(
          "there are two different steps named '%s': %s and %s"
              .formatted(step.name(), known, step));
    }
    if (step instanceof Step.Llm llm) {
      LlmProvider other = providers.putIfAbsent(llm.provider().name(), llm.provider());
      if (other != null && !other.equals(llm.provider())) {
        mistakes.add(
            "there are two different providers named '%s': %s and %s"
                .formatted(other.name(), other, llm.provider()));
      }
    }
  }

  private void checkPool(Step step, Service service, List<String> pools) {
    Optional<String> pool = step.connectionPool();
    if (pool.isPresent() && !pools.contains(pool.get())) {
      mistakes.add(
          "step '%s' takes a connection from pool '%s', but %s"
              .formatted(
                  step.name(),
                  pool.get(),
                  pools.isEmpty()
                      ? "the service has no pools"
                      : "the service's pools are " + pools.stream().sorted().toList()));
    }
  }

  private void checkName(Step step) {
    if (waits.contains(step.name())) {
      mistakes.add(
          "a step is named '%s', which is what results call a wait; give it another name"
              .formatted(step.name()));
    }
  }

  private void checkMemory(Service service, Endpoint endpoint) {
    if (endpoint.body() instanceof Body.Fixed fixed) {
      checkMemory(service, endpoint, fixed.steps());
    } else if (endpoint.body() instanceof Body.Mixed mixed) {
      mixed.variants().forEach(variant -> checkMemory(service, endpoint, variant.steps()));
    }
  }

  private void checkMemory(Service service, Endpoint endpoint, List<Step> taken) {
    double bytes = 0;
    for (Step step : taken) {
      bytes += step instanceof Step.Ram ram ? ram.bytes() : 0;
    }
    if (bytes > service.server().ramBytes()) {
      mistakes.add(
          "a request to '%s' needs %.0f B of memory, but a replica has only %d B; it could never start"
              .formatted(endpoint.name(), bytes, service.server().ramBytes()));
    }
  }
}
