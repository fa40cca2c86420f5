package dev.fastsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service, its traffic, and the runs to make. Made with {@link #builder(String)}.
 *
 * @param name shown in results
 * @param server the machines
 * @param pools connection pools of each replica, names unique
 * @param limiter a token bucket before the balancer, if any
 * @param toServer from the clients to the balancer
 * @param toClient from the replicas back
 * @param workload the traffic over all endpoints
 * @param endpoints at least one, names unique
 * @param runs how long and how often to simulate
 */
public record Scenario(
    String name,
    Server server,
    List<ConnectionPool> pools,
    Optional<RateLimiter> limiter,
    Link toServer,
    Link toClient,
    Workload workload,
    List<Endpoint> endpoints,
    RunPlan runs) {

  /**
   * Checks how the parts fit together.
   *
   * @throws InvalidScenarioException with every mistake found
   */
  public Scenario {
    pools = List.copyOf(pools);
    endpoints = List.copyOf(endpoints);
    List<String> mistakes = ScenarioRules.mistakes(server, pools, endpoints);
    if (!mistakes.isEmpty()) {
      throw new InvalidScenarioException(name, mistakes);
    }
  }

  /** Starts a scenario with the defaults: one core, no pools, an ideal network. */
  public static ScenarioBuilder builder(String name) {
    return new ScenarioBuilder(name);
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

  /** The same scenario with other machines. */
  public Scenario withServer(Server other) {
    return new Scenario(name, other, pools, limiter, toServer, toClient, workload, endpoints, runs);
  }

  /** The same scenario with other runs. */
  public Scenario withRuns(RunPlan other) {
    return new Scenario(
        name, server, pools, limiter, toServer, toClient, workload, endpoints, other);
  }
}
