package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Takes messages over links, through relays and balancers, to services and clients. */
final class ReferenceNetwork {

  /** Links in a row with nothing but relays between them. */
  record Way(List<ReferenceLink> links) {

    ReferenceLink first() {
      return links.get(0);
    }

    String end() {
      return links.get(links.size() - 1).link.to();
    }
  }

  static final class Exit {
    final Way way;
    int inTransit;

    Exit(Way way) {
      this.way = way;
    }
  }

  record Balancer(List<Exit> exits, ReferenceRotation<Exit> rotation) {}

  private final ReferenceSimulator simulator;
  final List<ReferenceLink> links = new ArrayList<>();
  final Map<String, Balancer> balancers = new HashMap<>();

  /** By where they begin, unless that is a balancer. */
  private final Map<String, Way> ways = new HashMap<>();

  ReferenceNetwork(ReferenceSimulator simulator) {
    this.simulator = simulator;
    Scenario scenario = simulator.scenario;
    scenario.links().forEach(link -> links.add(new ReferenceLink(simulator, link)));
    for (Node node : scenario.nodes()) {
      if (node instanceof LoadBalancer balancer) {
        balancers.put(node.name(), balancer(balancer));
      }
    }
  }

  private Balancer balancer(LoadBalancer balancer) {
    List<Exit> exits =
        links.stream()
            .filter(each -> each.link.from().equals(balancer.name()))
            .map(each -> new Exit(way(each)))
            .toList();
    ToIntFunction<Exit> requests =
        balancer.policy() == BalancingPolicy.FEWEST_IN_TRANSIT
            ? exit -> exit.inTransit
            : exit -> exit.inTransit + simulator.service(exit.way.end()).inside();
    return new Balancer(
        exits,
        new ReferenceRotation<>(
            balancer.policy(),
            exits,
            requests,
            simulator.stream("balancer " + balancer.name(), "choice")));
  }

  /** The only way that leaves clients, or a service. */
  Way wayFrom(String place) {
    return ways.computeIfAbsent(place, from -> way(linkFrom(from)));
  }

  private ReferenceLink linkFrom(String place) {
    return links.stream().filter(each -> each.link.from().equals(place)).findFirst().orElseThrow();
  }

  private Way way(ReferenceLink first) {
    List<ReferenceLink> all = new ArrayList<>(List.of(first));
    String end = first.link.to();
    while (isRelay(end)) {
      all.add(linkFrom(end));
      end = all.get(all.size() - 1).link.to();
    }
    return new Way(all);
  }

  private boolean isRelay(String name) {
    return simulator.scenario.nodes().stream()
        .anyMatch(node -> node instanceof Relay && node.name().equals(name));
  }

  /** All links, even after a loss, so that other messages' luck stays theirs. */
  List<ReferenceLink.Draw> draw(Way way) {
    List<ReferenceLink.Draw> draws = new ArrayList<>();
    way.links.forEach(link -> draws.add(link.draw()));
    return draws;
  }

  /** A message sets out on the only way from clients or a service. */
  void sendFrom(String place, ReferenceRequest request) {
    send(request, wayFrom(place), ReferenceNetwork::nobodyCounts);
  }

  private static void nobodyCounts() {}

  /**
   * @param gone run when the message has reached the end of the way or is lost
   */
  private void send(ReferenceRequest request, Way way, Runnable gone) {
    List<ReferenceLink.Draw> early = request.drawn.remove(way);
    List<ReferenceLink.Draw> draws = early == null ? draw(way) : early;
    long time = simulator.clock.now();
    for (int i = 0; i < draws.size(); i++) {
      ReferenceLink link = way.links.get(i);
      if (link.loses(draws.get(i), time)) {
        simulator.saw(Incident.LOST_ON_FIRST_LINK, i == 0);
        simulator.saw(Incident.LOST_BEHIND_RELAY, i > 0);
        simulator.saw(Incident.LOST_BY_FAULT, draws.get(i).luck() >= link.link.loss());
        lose(request, link, time, gone);
        return;
      }
      request.departure = time;
      long delay = link.delay(draws.get(i), time);
      simulator.saw(Incident.DELAYED_BY_FAULT, delay > draws.get(i).nanos());
      link.inFlight.add(time, time + delay);
      request.spend("network", delay);
      time += delay;
    }
    if (way.end().equals(Link.CLIENTS)) {
      simulator.end(request, Outcome.COMPLETED, time);
    }
    after(
        time,
        way,
        () -> {
          gone.run();
          reach(way.end(), request);
        });
  }

  /** Whoever is bound to be lost behind a relay is not on the way to a target, ever. */
  private void lose(ReferenceRequest request, ReferenceLink link, long time, Runnable gone) {
    if (time >= simulator.warmUp && time <= simulator.horizon) {
      link.lost++;
    }
    simulator.end(request, Outcome.DROPPED, time);
    gone.run();
  }

  private void after(long time, Way way, Runnable action) {
    if (time == simulator.clock.now()) {
      action.run();
    } else {
      simulator.clock.at(time, Kind.MESSAGE, links.indexOf(way.first()), action);
    }
  }

  private void reach(String place, ReferenceRequest request) {
    Balancer balancer = balancers.get(place);
    if (balancer != null && balancer.rotation.isEmpty()) {
      simulator.reject(request, Incident.REJECTED_BY_LOAD_BALANCER);
    } else if (balancer != null) {
      Exit exit = balancer.rotation.pick();
      exit.inTransit++;
      send(request, exit.way, () -> exit.inTransit--);
    } else if (!place.equals(Link.CLIENTS)) {
      simulator.service(place).admit(request);
    }
  }

  /** Takes the ways to a service out of all rotations, or puts them back. */
  void reachable(String service, boolean yes) {
    for (Balancer balancer : balancers.values()) {
      for (Exit exit : balancer.exits) {
        if (exit.way.end().equals(service) && yes) {
          balancer.rotation.putBack(exit);
        } else if (exit.way.end().equals(service)) {
          balancer.rotation.takeOut(exit);
        }
      }
    }
  }
}
