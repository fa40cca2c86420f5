package dev.fastsim.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How nodes and links must make up ways from the clients and back to them. */
final class TopologyRules {

  private final List<Node> nodes;
  private final List<Link> links;
  private final Topology topology;
  private final List<String> mistakes;

  TopologyRules(List<Node> nodes, List<Link> links, List<String> mistakes) {
    this.nodes = nodes;
    this.links = links;
    this.topology = new Topology(nodes, links);
    this.mistakes = mistakes;
  }

  void check() {
    int before = mistakes.size();
    checkNames();
    checkEnds();
    mistakes.addAll(CallRules.mistakes(Topology.services(nodes)));
    if (mistakes.size() > before) {
      return; // ways along links that lead nowhere would only repeat it
    }
    checkOutgoing();
    checkReachable();
    checkCycles();
    if (mistakes.size() == before) {
      checkEntries();
      checkCountingBalancers();
    }
  }

  private void checkNames() {
    ScenarioRules.requireUnique("nodes", nodes.stream().map(Node::name).toList(), mistakes);
    ScenarioRules.requireUnique("links", links.stream().map(Link::name).toList(), mistakes);
    if (topology.has(Link.CLIENTS)) {
      mistakes.add(
          "a node is named '%s', which is where requests come from; give it another name"
              .formatted(Link.CLIENTS));
    }
  }

  private void checkEnds() {
    Set<List<String>> pairs = new HashSet<>();
    for (Link link : links) {
      for (String end : List.of(link.from(), link.to())) {
        if (!end.equals(Link.CLIENTS) && !topology.has(end)) {
          mistakes.add(
              "link '%s' joins '%s', but there is no such node; there is %s"
                  .formatted(
                      link.name(),
                      end,
                      nodes.stream().map(Node::name).toList() + " and " + Link.CLIENTS));
        }
      }
      if (!pairs.add(List.of(link.from(), link.to()))) {
        mistakes.add(
            "there are two links from '%s' to '%s'; keep one".formatted(link.from(), link.to()));
      }
    }
  }

  private void checkOutgoing() {
    int entries = topology.linksFrom(Link.CLIENTS).size();
    if (entries != 1) {
      mistakes.add(
          "%d links leave '%s', but requests need exactly one way in; put a load balancer behind it"
              .formatted(entries, Link.CLIENTS));
    }
    Set<String> linked = topology.linked();
    Set<String> called = topology.called();
    for (Node node : nodes) {
      int out = topology.linksFrom(node.name()).size();
      if (called.contains(node.name()) && !linked.contains(node.name())) {
        checkAnswers(node, out);
      } else if (out == 0) {
        mistakes.add(
            "no link leaves '%s', so what reaches it is stuck; add one, to '%s' or to a node"
                .formatted(node.name(), Link.CLIENTS));
      } else if (out > 1 && !(node instanceof LoadBalancer)) {
        mistakes.add(
            "%d links leave '%s', but only a load balancer can choose between links"
                .formatted(out, node.name()));
      }
    }
  }

  /** What is only called answers its callers. */
  private void checkAnswers(Node node, int out) {
    if (out > 0) {
      mistakes.add(
          "a link leaves '%s', but it is only called, and answers its callers; leave the link out, or add one that leads to it"
              .formatted(node.name()));
    }
  }

  private void checkReachable() {
    Set<String> reachable = new HashSet<>(topology.linked());
    reachable.addAll(topology.called());
    for (Node node : nodes) {
      if (!reachable.contains(node.name())) {
        mistakes.add(
            "no request can reach '%s'; add a link to it, call it, or leave it out"
                .formatted(node.name()));
      }
    }
  }

  private void checkCycles() {
    Set<String> cycle = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (topology.returnsTo(node)) {
        cycle.add(node.name());
      }
    }
    if (!cycle.isEmpty()) {
      mistakes.add("requests could go round in circles through " + cycle);
    }
  }

  /** Clients do not know which service will answer, so all must offer the same. */
  private void checkEntries() {
    if (topology.missesServices()) {
      mistakes.add(
          "a request can return to '%s' without reaching a service".formatted(Link.CLIENTS));
      return;
    }
    List<Service> entries = topology.entryServices();
    Service first = entries.get(0);
    for (Service other : entries.subList(1, entries.size())) {
      if (!offer(first).equals(offer(other))) {
        mistakes.add(
            "'%s' and '%s' are reached by the same requests, so they need the same endpoints with the same weights, but have %s and %s"
                .formatted(first.name(), other.name(), offer(first), offer(other)));
      }
    }
  }

  private static Map<String, Double> offer(Service service) {
    Map<String, Double> offer = new HashMap<>();
    service.endpoints().forEach(endpoint -> offer.put(endpoint.name(), endpoint.weight()));
    return offer;
  }

  private boolean isService(String name) {
    return Topology.services(nodes).stream().anyMatch(service -> service.name().equals(name));
  }

  /** Policies that count requests need something that has a count. */
  private void checkCountingBalancers() {
    for (Node node : nodes) {
      if (!(node instanceof LoadBalancer balancer)
          || balancer.policy() == BalancingPolicy.ROUND_ROBIN
          || balancer.policy() == BalancingPolicy.RANDOM) {
        continue;
      }
      for (Link link : topology.linksFrom(balancer.name())) {
        String end = endOfRelays(link);
        if (!isService(end)) {
          mistakes.add(
              "load balancer '%s' counts requests (%s), but link '%s' leads to '%s', which is no service; use ROUND_ROBIN or RANDOM"
                  .formatted(balancer.name(), balancer.policy(), link.name(), end));
        }
      }
    }
  }

  private String endOfRelays(Link link) {
    String end = link.to();
    while (isRelay(end)) {
      end = topology.linksFrom(end).get(0).to();
    }
    return end;
  }

  private boolean isRelay(String name) {
    return nodes.stream().anyMatch(node -> node instanceof Relay && node.name().equals(name));
  }
}
