package dev.fastsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What serves requests: identical replicas and the endpoints they offer.
 *
 * @param name unique among the nodes
 * @param server the machines
 * @param pools connection pools of each replica, names unique
 * @param limiter what holds traffic back before the replicas, if any
 * @param endpoints at least one, names unique
 * @param prices what its machines cost
 * @param autoscaler what adds and removes replicas, if anything does; they start as many as the
 *     server says
 */
public record Service(
    String name,
    Server server,
    List<ConnectionPool> pools,
    Optional<Limiter> limiter,
    List<Endpoint> endpoints,
    Prices prices,
    Optional<Autoscaler> autoscaler)
    implements Node {

  public Service {
    Check.name("a service", name);
    pools = List.copyOf(pools);
    endpoints = List.copyOf(endpoints);
  }

  /** A service with always the same number of replicas, whose machines cost nothing. */
  public Service(
      String name,
      Server server,
      List<ConnectionPool> pools,
      Optional<Limiter> limiter,
      List<Endpoint> endpoints) {
    this(name, server, pools, limiter, endpoints, Prices.NONE, Optional.empty());
  }

  /** Starts a service with the defaults: one core, no pools, no limits. */
  public static ServiceBuilder builder(String name) {
    return new ServiceBuilder(name);
  }

  /** All steps of all endpoints, each once, in the order of the endpoints. */
  public List<Step> steps() {
    Map<String, Step> byName = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints) {
      for (Step step : endpoint.body().vocabulary()) {
        byName.putIfAbsent(step.name(), step);
      }
    }
    return List.copyOf(byName.values());
  }

  /** The number of replicas there are, or may be. */
  public int mostReplicas() {
    return autoscaler.map(Autoscaler::max).orElse(server.replicas());
  }

  /** Whether its machines, or the tokens of its LLM steps, cost anything. */
  public boolean hasPrices() {
    return !prices.areNone()
        || steps().stream()
            .anyMatch(step -> step instanceof Step.Llm llm && !llm.prices().areNone());
  }

  /** The calls of other services among its steps, each once. */
  public List<Step.Call> calls() {
    return steps().stream().filter(Step.Call.class::isInstance).map(Step.Call.class::cast).toList();
  }

  /** Those of some services that none of them calls. */
  public static List<Service> notCalled(List<Service> services) {
    Set<String> called =
        services.stream()
            .flatMap(service -> service.calls().stream())
            .map(Step.Call::service)
            .collect(Collectors.toSet());
    return services.stream().filter(service -> !called.contains(service.name())).toList();
  }

  /** The same service on other machines. */
  public Service withServer(Server other) {
    return new Service(name, other, pools, limiter, endpoints, prices, autoscaler);
  }

  /** The same service with other connection pools. */
  public Service withPools(List<ConnectionPool> others) {
    return new Service(name, server, others, limiter, endpoints, prices, autoscaler);
  }

  /** The same service with other endpoints. */
  public Service withEndpoints(List<Endpoint> others) {
    return new Service(name, server, pools, limiter, others, prices, autoscaler);
  }

  /** The same service at other prices. */
  public Service withPrices(Prices others) {
    return new Service(name, server, pools, limiter, endpoints, others, autoscaler);
  }
}
