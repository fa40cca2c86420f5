package dev.fastsim.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The nodes and links as a graph. Links to or from unknown nodes are not followed. */
final class Topology {

  private final List<Node> nodes;
  private final Map<String, List<Link>> linksFrom = new HashMap<>();
  private final Map<String, Node> byName = new LinkedHashMap<>();

  Topology(List<Node> nodes, List<Link> links) {
    this.nodes = nodes;
    nodes.forEach(node -> byName.putIfAbsent(node.name(), node));
    links.forEach(
        link -> linksFrom.computeIfAbsent(link.from(), from -> new ArrayList<>()).add(link));
  }

  /** Services first, then load balancers, then relays; those of a kind in their order. */
  static List<Node> byKind(List<Node> nodes) {
    return Stream.of(Service.class, LoadBalancer.class, Relay.class)
        .flatMap(kind -> nodes.stream().filter(kind::isInstance))
        .toList();
  }

  static List<Service> services(List<Node> nodes) {
    return nodes.stream().filter(Service.class::isInstance).map(Service.class::cast).toList();
  }

  static List<String> poolNames(List<Service> services) {
    return services.stream()
        .flatMap(service -> service.pools().stream())
        .map(ConnectionPool::name)
        .distinct()
        .toList();
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The links that leave a place, in order. */
  List<Link> linksFrom(String place) {
    return linksFrom.getOrDefault(place, List.of());
  }

  /** The services that requests reach before any other, in the order of the nodes. */
  List<Service> entryServices() {
    Set<String> first = reached(Link.CLIENTS, node -> node instanceof Service);
    return services(nodes).stream().filter(service -> first.contains(service.name())).toList();
  }

  /**
   * The one service that no other calls, which is where clients' requests go if there is neither a
   * link nor anything but services.
   */
  static Optional<Service> onlyEntry(List<Node> nodes) {
    List<Service> services = services(nodes);
    List<Service> entries = Service.notCalled(services);
    return services.size() == nodes.size() && entries.size() == 1
        ? Optional.of(entries.get(0))
        : Optional.empty();
  }

  /** The nodes that requests reach from the clients by links, in no special order. */
  Set<String> linked() {
    return reached(Link.CLIENTS, node -> false);
  }

  /** The services that are called by those that are reached in one way or the other. */
  Set<String> called() {
    Set<String> linked = linked();
    Set<String> called = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(linked);
    while (!open.isEmpty()) {
      if (byName.get(open.poll()) instanceof Service service) {
        for (Step.Call call : service.calls()) {
          if (called.add(call.service()) && !linked.contains(call.service())) {
            open.add(call.service());
          }
        }
      }
    }
    return called;
  }

  /** The nodes that can be reached from a place without passing one that stops the search. */
  private Set<String> reached(String place, Predicate<Node> stops) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(place));
    while (!open.isEmpty()) {
      for (Link link : linksFrom(open.poll())) {
        Node next = byName.get(link.to());
        if (next != null && reached.add(next.name()) && !stops.test(next)) {
          open.add(next.name());
        }
      }
    }
    return reached;
  }

  /** Whether a way leads from the clients back to them without passing a service. */
  boolean missesServices() {
    return Stream.concat(
            Stream.of(Link.CLIENTS),
            reached(Link.CLIENTS, Service.class::isInstance).stream()
                .filter(name -> !(byName.get(name) instanceof Service)))
        .flatMap(name -> linksFrom(name).stream())
        .anyMatch(link -> link.to().equals(Link.CLIENTS));
  }

  /** Whether a request can come back to a node it has passed, the clients aside. */
  boolean returnsTo(Node node) {
    return reached(node.name(), each -> false).contains(node.name());
  }
}
