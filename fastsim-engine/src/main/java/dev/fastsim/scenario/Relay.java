package dev.fastsim.scenario;

/**
 * Passes every message on at once, over its one link: a proxy, a gateway, a switch.
 *
 * @param name unique among the nodes
 */
public record Relay(String name) implements Node {

  public Relay {
    Check.name("a relay", name);
  }
}
