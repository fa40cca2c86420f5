package dev.fastsim.simulation;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.Service;
import dev.fastsim.simulation.RandomParts.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * One to three tiers of one to three services, or eight where there are many, balancers before
 * those of several, sometimes one balancer behind another, sometimes relays on the way, and
 * sometimes a short cut past the last tier.
 */
final class RandomTopology {

  private final RandomParts parts;
  final RandomService services;
  final List<Node> nodes = new ArrayList<>();
  final List<Link> links = new ArrayList<>();

  RandomTopology(RandomParts parts) {
    this.parts = parts;
    this.services = new RandomService(parts);
    int tiers = parts.oneIn(2) ? 1 : parts.from(2, 3);
    List<String> sources = List.of(Link.CLIENTS);
    for (int tier = 0; tier < tiers; tier++) {
      boolean shortCut = tier > 0 && tier == tiers - 1 && parts.oneIn(4);
      sources = tier(sources, tier, shortCut);
    }
    sources.forEach(source -> join(source, Link.CLIENTS));
  }

  /** Adds services that all sources lead to, and names them. */
  private List<String> tier(List<String> sources, int tier, boolean shortCut) {
    List<String> names = new ArrayList<>();
    List<Endpoint> first = new ArrayList<>();
    int count = parts.oneIn(2) ? 1 : parts.from(2, parts.is(Style.WIDE) ? 8 : 3);
    for (int i = 0; i < count; i++) {
      Service service = services.of("service" + tier + i, first);
      first = tier == 0 ? service.endpoints() : first;
      nodes.add(service);
      names.add(service.name());
    }
    if (shortCut) {
      String balancer = balancer("short cut", BalancingPolicy.ROUND_ROBIN, BalancingPolicy.RANDOM);
      sources.forEach(source -> join(source, balancer));
      join(balancer, Link.CLIENTS);
      names.forEach(name -> join(balancer, name));
    } else if (count == 1 && !parts.oneIn(4)) {
      sources.forEach(source -> join(source, names.get(0)));
    } else {
      String balancer = balancer("balancer" + tier, BalancingPolicy.values());
      names.forEach(name -> join(balancer, name));
      String front = parts.oneIn(4) ? before(balancer, names.get(0), tier) : balancer;
      sources.forEach(source -> join(source, front));
    }
    return names;
  }

  /** A balancer between another one and a service that the other one may pick, too. */
  private String before(String other, String service, int tier) {
    String front = balancer("front" + tier, BalancingPolicy.ROUND_ROBIN, BalancingPolicy.RANDOM);
    join(front, other);
    join(front, service);
    return front;
  }

  private String balancer(String name, BalancingPolicy... policies) {
    nodes.add(parts.oneIn(2) ? nodes.size() : 0, new LoadBalancer(name, parts.pick(policies)));
    return name;
  }

  private void join(String from, String to) {
    String end = from;
    for (int i = 0; parts.oneIn(5) && i < 2; i++) {
      Relay relay = new Relay("relay" + nodes.size());
      nodes.add(relay);
      link(end, relay.name());
      end = relay.name();
    }
    link(end, to);
  }

  private void link(String from, String to) {
    links.add(parts.oneIn(2) ? links.size() : 0, parts.link(from, to));
  }
}
