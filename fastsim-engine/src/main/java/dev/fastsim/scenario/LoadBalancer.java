package dev.fastsim.scenario;

/**
 * Sends each request on over one of its links, in no time.
 *
 * @param name unique among the nodes
 * @param policy how it picks the link. Policies that count requests need links that lead to
 *     services, at most through relays
 */
public record LoadBalancer(String name, BalancingPolicy policy) implements Node {

  public LoadBalancer {
    Check.name("a load balancer", name);
  }
}
