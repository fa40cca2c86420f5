package dev.fastsim.scenario;

/** A place in the topology that requests reach and leave by links. */
public sealed interface Node permits Service, LoadBalancer, Relay {

  /** Unique among the nodes of a scenario, and not {@link Link#CLIENTS}. */
  String name();
}
