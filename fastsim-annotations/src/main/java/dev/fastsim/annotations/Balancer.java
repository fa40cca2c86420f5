package dev.fastsim.annotations;

/** How a balancer picks the replica for a request. */
public enum Balancer {
  /** Each replica in turn. */
  ROUND_ROBIN,
  /** Any replica, uniformly and independently. */
  RANDOM,
  /** The replica with the fewest requests inside; among equals, the next in turn. */
  LEAST_CONNECTIONS,
  /** Of two different replicas picked at random, the one with fewer requests inside. */
  POWER_OF_TWO_CHOICES
}
