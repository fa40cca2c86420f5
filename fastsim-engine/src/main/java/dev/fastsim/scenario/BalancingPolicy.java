package dev.fastsim.scenario;

/**
 * How a balancer picks the target for a request: the replicas of a service, or the services behind
 * a {@link LoadBalancer}. Targets that are down are left out; one that comes back is last in turn.
 */
public enum BalancingPolicy {
  /** Each target in turn. */
  ROUND_ROBIN,
  /** Any target, uniformly and independently. */
  RANDOM,
  /**
   * The target with the fewest requests: inside it or, behind a load balancer, on the way to it.
   * Among equals, the next in turn.
   */
  LEAST_CONNECTIONS,
  /** Of two different targets picked at random, the one with fewer requests, counted likewise. */
  POWER_OF_TWO_CHOICES,
  /**
   * The target with the fewest requests on the way to it, whatever is inside; among equals, the
   * first. Only of a load balancer. A poor policy, kept to model balancers that count that way.
   */
  FEWEST_IN_TRANSIT
}
