package dev.fastsim.yaml;

import dev.fastsim.scenario.Link;
import dev.fastsim.yaml.AsyncFlowFile.Balancer;
import dev.fastsim.yaml.AsyncFlowFile.Edge;
import dev.fastsim.yaml.AsyncFlowFile.Generator;
import dev.fastsim.yaml.AsyncFlowFile.Server;
import dev.fastsim.yaml.AsyncFlowFile.Topology;
import dev.fastsim.yaml.Value.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the nodes and edges of an AsyncFlow file must fit together. */
final class AsyncFlowGraphRules {

  private final Generator generator;
  private final Topology topology;
  private final AsyncFlowGraph graph;
  private final Findings findings;

  AsyncFlowGraphRules(AsyncFlowFile file, Findings findings) {
    this.generator = file.generator();
    this.topology = file.topology();
    this.graph = new AsyncFlowGraph(file);
    this.findings = findings;
  }

  void check() {
    int before = findings.count();
    checkUnique(nodes());
    checkUnique(topology.edges().stream().map(Edge::id).toList());
    checkReserved();
    topology.edges().forEach(this::checkEnds);
    topology.balancer().ifPresent(this::checkKnown);
    if (findings.count() > before) {
      return; // ways along edges that lead nowhere would only repeat it
    }
    checkOutgoing();
    topology.balancer().ifPresent(this::checkCoverage);
    checkParallel();
    checkWays();
  }

  private List<Located<String>> nodes() {
    List<Located<String>> nodes = new ArrayList<>();
    nodes.add(generator.id());
    nodes.add(topology.client());
    topology.balancer().ifPresent(balancer -> nodes.add(balancer.id()));
    topology.servers().forEach(server -> nodes.add(server.id()));
    return nodes;
  }

  private void checkUnique(List<Located<String>> ids) {
    requireUnique(ids, findings);
  }

  /** Reports each id that another has, where it is written later. */
  static void requireUnique(List<Located<String>> ids, Findings findings) {
    Map<String, YamlMark> first = new HashMap<>();
    List<Located<String>> inOrder =
        ids.stream().sorted((a, b) -> a.node().mark().compareTo(b.node().mark())).toList();
    for (Located<String> id : inOrder) {
      YamlMark known = first.putIfAbsent(id.value(), id.node().mark());
      if (known != null) {
        findings.mistake(
            id.node(), "an id of its own", "it is already the id in line " + known.line());
      }
    }
  }

  private void checkReserved() {
    for (Located<String> id : nodes()) {
      boolean becomesNode = topology.isServer(id.value()) || topology.isBalancer(id.value());
      if (becomesNode && id.value().equals(Link.CLIENTS)) {
        findings.mistake(
            id.node(), "another id", "FastSim calls the place where requests come from so");
      }
    }
  }

  private void checkEnds(Edge edge) {
    List<String> known = nodes().stream().map(Located::value).toList();
    for (Located<String> end : List.of(edge.source(), edge.target())) {
      if (!known.contains(end.value())) {
        findings.mistake(
            end.node(), Findings.oneOf(known), Findings.suggestion(end.value(), known));
      }
    }
    if (edge.target().value().equals(edge.source().value())) {
      findings.mistake(edge.target().node(), "another node than the source", "");
    } else if (edge.target().value().equals(generator.id().value())) {
      findings.mistake(
          edge.target().node(),
          "the client or a server",
          "nothing goes back to the generator; responses end at " + topology.client().value());
    }
  }

  private void checkKnown(Balancer balancer) {
    List<String> servers = topology.servers().stream().map(Server::id).map(Located::value).toList();
    for (Located<String> covered : balancer.serversCovered()) {
      if (!servers.contains(covered.value())) {
        findings.mistake(
            covered.node(), Findings.oneOf(servers), Findings.suggestion(covered.value(), servers));
      }
    }
  }

  private void checkOutgoing() {
    for (Located<String> node : nodes()) {
      List<Edge> out = topology.edgesFrom(node.value());
      boolean idleClient = topology.isClient(node.value()) && !graph.entersThroughClient();
      if (out.isEmpty() && !idleClient) {
        findings.mistake(
            node.node(), node.node().found() + " without an edge", "an edge that leaves it", "");
      }
      if (out.size() > 1 && !topology.isBalancer(node.value())) {
        for (Edge edge : out.subList(1, out.size())) {
          findings.mistake(
              edge.source().node(),
              "another edge from " + edge.source().node().found(),
              "only one, which is " + Quote.text(out.get(0).id().value()),
              "only a load balancer can choose between edges");
        }
      }
      if (idleClient) {
        out.forEach(
            edge ->
                findings.warning(
                    edge.id().node(),
                    "an edge that requests take",
                    "none does, since the generator does not lead to the client"));
      }
    }
  }

  private void checkCoverage(Balancer balancer) {
    List<String> targets =
        topology.edgesFrom(balancer.id().value()).stream()
            .map(edge -> edge.target().value())
            .toList();
    for (Located<String> covered : balancer.serversCovered()) {
      if (!targets.contains(covered.value())) {
        findings.mistake(
            covered.node(),
            covered.node().found() + " without an edge from the load balancer",
            "an edge from " + balancer.id().node().found() + " to it",
            "");
      }
    }
    List<String> covered = balancer.serversCovered().stream().map(Located::value).toList();
    for (Edge edge : topology.edgesFrom(balancer.id().value())) {
      if (!covered.isEmpty()
          && topology.isServer(edge.target().value())
          && !covered.contains(edge.target().value())) {
        findings.warning(
            edge.target().node(),
            "a server in server_covered",
            "requests are sent to it all the same, as in AsyncFlow");
      }
    }
  }

  private void checkParallel() {
    Set<List<String>> pairs = new HashSet<>();
    for (Edge edge : topology.edges()) {
      String target = edge.target().value();
      if (!pairs.add(List.of(edge.source().value(), target))
          && topology.isBalancer(edge.source().value())) {
        findings.mistake(
            edge.target().node(),
            "a second edge from " + edge.source().node().found() + " to " + Quote.text(target),
            "one edge for each pair of nodes",
            "");
      }
    }
  }

  private void checkWays() {
    Set<String> reached = graph.reached();
    for (Located<String> node : nodes()) {
      boolean mustBeReached = topology.isServer(node.value()) || topology.isBalancer(node.value());
      if (mustBeReached && !reached.contains(node.value())) {
        findings.mistake(
            node.node(),
            node.node().found() + ", which no request reaches",
            "an edge that leads to it",
            "");
      } else if (graph.reachedFrom(node.value()).contains(node.value())) {
        findings.mistake(
            node.node(),
            node.node().found() + ", to which requests return",
            "ways that end at the client",
            "requests would go round in circles");
      }
    }
    Set<String> servers = new HashSet<>();
    graph.entryServers().forEach(entry -> servers.addAll(graph.reachedFrom(entry)));
    for (Edge edge : topology.edges()) {
      String source = edge.source().value();
      if (graph.isResponse(edge) && topology.isBalancer(source) && !servers.contains(source)) {
        findings.mistake(
            edge.target().node(),
            "a server",
            "requests would come back from the load balancer without being served");
      }
    }
  }
}
