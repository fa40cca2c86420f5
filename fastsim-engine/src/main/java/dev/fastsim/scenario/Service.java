package dev.fastsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What serves requests: identical replicas and the endpoints they offer.
 *
 * @param name unique among the nodes
 * @param server the machines
 * @param pools connection pools of each replica, names unique
 * @param limiter a token bucket before the replicas, if any
 * @param endpoints at least one, names unique
 * @param prices what its machines cost
 */
public record Service(
    String name,
    Server server,
    List<ConnectionPool> pools,
    Optional<RateLimiter> limiter,
    List<Endpoint> endpoints,
    Prices prices)
    implements Node {

  public Service {
    Check.name("a service", name);
    pools = List.copyOf(pools);
    endpoints = List.copyOf(endpoints);
  }

  /** A service whose machines cost nothing. */
  public Service(
      String name,
      Server server,
      List<ConnectionPool> pools,
      Optional<RateLimiter> limiter,
      List<Endpoint> endpoints) {
    this(name, server, pools, limiter, endpoints, Prices.NONE);
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

  /** The same service on other machines. */
  public Service withServer(Server other) {
    return new Service(name, other, pools, limiter, endpoints, prices);
  }

  /** The same service with other connection pools. */
  public Service withPools(List<ConnectionPool> others) {
    return new Service(name, server, others, limiter, endpoints, prices);
  }

  /** The same service with other endpoints. */
  public Service withEndpoints(List<Endpoint> others) {
    return new Service(name, server, pools, limiter, others, prices);
  }

  /** The same service at other prices. */
  public Service withPrices(Prices others) {
    return new Service(name, server, pools, limiter, endpoints, others);
  }
}
