package dev.fastsim.yaml;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.yaml.Value.Located;
import java.util.List;
import java.util.Optional;

/**
 * What an AsyncFlow file says, with the defaults of AsyncFlow v0.1.1 filled in and nothing
 * interpreted. Times are in seconds, memory is in MB of 1024 x 1024 bytes.
 */
record AsyncFlowFile(
    Generator generator, Topology topology, Settings settings, List<Event> events) {

  /** {@code rqs_input}. */
  record Generator(Located<String> id, Variable users, double requestsPerMinute, long window) {}

  /**
   * A random variable.
   *
   * @param variance as the file calls it; the mean where the file gives none
   */
  record Variable(Shape shape, double mean, double variance) {}

  /** The distributions AsyncFlow knows. */
  enum Shape {
    POISSON,
    EXPONENTIAL,
    NORMAL,
    LOG_NORMAL,
    UNIFORM;

    /** Whether it has a second parameter. */
    boolean takesVariance() {
      return this == NORMAL || this == LOG_NORMAL;
    }
  }

  /** {@code topology_graph}. */
  record Topology(
      Located<String> client, Optional<Balancer> balancer, List<Server> servers, List<Edge> edges) {

    boolean isBalancer(String id) {
      return balancer.isPresent() && balancer.get().id().value().equals(id);
    }

    boolean isServer(String id) {
      return servers.stream().anyMatch(server -> server.id().value().equals(id));
    }

    boolean isClient(String id) {
      return client.value().equals(id);
    }

    /** The edges that leave a node, in the order of the file. */
    List<Edge> edgesFrom(String id) {
      return edges.stream().filter(edge -> edge.source().value().equals(id)).toList();
    }
  }

  /** {@code load_balancer}. */
  record Balancer(
      Located<String> id, BalancingPolicy policy, List<Located<String>> serversCovered) {}

  /** One of {@code servers}. */
  record Server(Located<String> id, Machine machine, List<Endpoint> endpoints) {}

  /** {@code server_resources}. */
  record Machine(int cores, long ramMb) {}

  /** One of {@code endpoints}; its name is in lower case, as AsyncFlow has it. */
  record Endpoint(String name, List<Step> steps) {}

  /**
   * One of {@code steps}.
   *
   * @param kind its word in the file
   * @param amount seconds or MB
   */
  record Step(String kind, Resource resource, double amount) {}

  /** What a step takes, and the key that says how much. */
  enum Resource {
    CPU("cpu_time"),
    IO("io_waiting_time"),
    RAM("necessary_ram");

    private final String key;

    Resource(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** One of {@code edges}. */
  record Edge(
      Located<String> id,
      Located<String> source,
      Located<String> target,
      Variable latency,
      double dropoutRate) {}

  /** {@code sim_settings}, as far as it matters. */
  record Settings(long totalSimulationTime) {}

  /**
   * One of {@code events}.
   *
   * @param startNode where its start is written
   * @param endNode where its end is written
   * @param spike seconds; 0 for an outage
   */
  record Event(
      Located<String> id,
      Located<String> target,
      boolean isOutage,
      double start,
      YamlNode startNode,
      double end,
      YamlNode endNode,
      double spike) {}
}
