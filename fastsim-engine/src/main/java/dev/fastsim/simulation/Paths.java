package dev.fastsim.simulation;

import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A scenario's links, joined where a relay leaves nothing to decide. */
final class Paths {

  private final Scenario scenario;
  private final Map<String, Node> nodes;

  Paths(Scenario scenario) {
    this.scenario = scenario;
    this.nodes =
        scenario.nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
  }

  /**
   * Links that lead through relays to a service, to a load balancer, or back to the clients.
   *
   * @param links one after the other
   * @param end where they lead
   */
  record Path(List<Link> links, String end) {

    boolean leadsToClients() {
      return end.equals(Link.CLIENTS);
    }
  }

  /** All paths, in the order of their first links. */
  List<Path> all() {
    return scenario.links().stream()
        .filter(link -> !(nodes.get(link.from()) instanceof Relay))
        .map(this::startingWith)
        .toList();
  }

  /** The paths that leave the clients, a service or a load balancer. */
  List<Path> from(String place) {
    return linksFrom(place).stream().map(this::startingWith).toList();
  }

  /** The one path that leaves the clients or a service. */
  Path onlyFrom(String place) {
    return from(place).get(0);
  }

  private Path startingWith(Link first) {
    List<Link> links = new ArrayList<>(List.of(first));
    String end = first.to();
    while (nodes.get(end) instanceof Relay) {
      Link next = linksFrom(end).get(0);
      links.add(next);
      end = next.to();
    }
    return new Path(List.copyOf(links), end);
  }

  private List<Link> linksFrom(String place) {
    return scenario.links().stream().filter(link -> link.from().equals(place)).toList();
  }

  /** The service that every request reaches first, if no balancer decides. */
  Optional<Service> certainEntry() {
    return nodes.get(onlyFrom(Link.CLIENTS).end()) instanceof Service service
        ? Optional.of(service)
        : Optional.empty();
  }

  /** The path back if every request takes the same one and reaches only one service. */
  Optional<Path> certainWayOut() {
    return certainEntry().map(service -> onlyFrom(service.name())).filter(Path::leadsToClients);
  }
}
