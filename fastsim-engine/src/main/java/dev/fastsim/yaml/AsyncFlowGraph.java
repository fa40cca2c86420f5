package dev.fastsim.yaml;

import dev.fastsim.yaml.AsyncFlowFile.Edge;
import dev.fastsim.yaml.AsyncFlowFile.Topology;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How requests walk through the topology. The client passes on what comes from the generator, and
 * keeps everything else: that is a response.
 */
final class AsyncFlowGraph {

  private final String generator;
  private final Topology topology;
  private final Map<String, List<Edge>> edges;
  private final boolean entersThroughClient;

  AsyncFlowGraph(AsyncFlowFile file) {
    this.generator = file.generator().id().value();
    this.topology = file.topology();
    this.edges =
        topology.edges().stream().collect(Collectors.groupingBy(edge -> edge.source().value()));
    this.entersThroughClient =
        edges.getOrDefault(generator, List.of()).stream()
            .anyMatch(edge -> topology.isClient(edge.target().value()));
  }

  /** Whether requests pass the client on their way in. */
  boolean entersThroughClient() {
    return entersThroughClient;
  }

  /** Whether an edge brings responses to the client. */
  boolean isResponse(Edge edge) {
    return topology.isClient(edge.target().value()) && !edge.source().value().equals(generator);
  }

  /** Whether an edge leaves the client although no request comes to it. */
  boolean isIdle(Edge edge) {
    return topology.isClient(edge.source().value()) && !entersThroughClient();
  }

  /** The edges over which requests go on from a node. */
  private List<Edge> next(String id) {
    return edges.getOrDefault(id, List.of()).stream()
        .filter(edge -> !isIdle(edge) && !isResponse(edge))
        .toList();
  }

  /** The nodes that requests reach from a node, itself only if they come back to it. */
  Set<String> reachedFrom(String id) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      for (Edge edge : next(open.poll())) {
        String target = edge.target().value();
        if (reached.add(target)) {
          open.add(target);
        }
      }
    }
    return reached;
  }

  /** The nodes that requests reach from the generator. */
  Set<String> reached() {
    return reachedFrom(generator);
  }

  /** The servers that requests reach before any other server. */
  Set<String> entryServers() {
    Set<String> entries = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(generator));
    Set<String> seen = new LinkedHashSet<>(open);
    while (!open.isEmpty()) {
      for (Edge edge : next(open.poll())) {
        String target = edge.target().value();
        if (topology.isServer(target)) {
          entries.add(target);
        } else if (seen.add(target)) {
          open.add(target);
        }
      }
    }
    return entries;
  }
}
