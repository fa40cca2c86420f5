package dev.fastsim.yaml;

import dev.fastsim.units.Decimals;
import dev.fastsim.yaml.AsyncFlowFile.Edge;
import dev.fastsim.yaml.AsyncFlowFile.Event;
import dev.fastsim.yaml.AsyncFlowFile.Server;
import dev.fastsim.yaml.AsyncFlowFile.Topology;
import dev.fastsim.yaml.Value.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the events of an AsyncFlow file must fit the run, the topology, and each other. */
final class AsyncFlowEventRules {

  private final Topology topology;
  private final List<Event> events;
  private final List<Event> outages;
  private final long horizon;
  private final Findings findings;

  AsyncFlowEventRules(AsyncFlowFile file, Findings findings) {
    this.topology = file.topology();
    this.events = file.events();
    this.outages =
        events.stream()
            .filter(Event::isOutage)
            .sorted(Comparator.comparingDouble(Event::start))
            .toList();
    this.horizon = file.settings().totalSimulationTime();
    this.findings = findings;
  }

  void check() {
    int before = findings.count();
    AsyncFlowGraphRules.requireUnique(events.stream().map(Event::id).toList(), findings);
    for (Event event : events) {
      checkHorizon(event.start(), event.startNode());
      checkHorizon(event.end(), event.endNode());
      checkTarget(event);
    }
    if (findings.count() == before) {
      checkOverlaps();
      checkOneIsUp();
    }
  }

  private void checkHorizon(double time, YamlNode node) {
    if (time > horizon) {
      findings.mistake(node, "a time up to total_simulation_time, which is " + horizon, "");
    }
  }

  private void checkTarget(Event event) {
    List<String> edges = ids(topology.edges().stream().map(Edge::id).toList());
    List<String> servers = ids(topology.servers().stream().map(Server::id).toList());
    List<String> right = event.isOutage() ? servers : edges;
    String target = event.target().value();
    if (!right.contains(target)) {
      String what = event.isOutage() ? "a server for server_down: " : "an edge for a spike: ";
      findings.mistake(
          event.target().node(), what + Findings.oneOf(right), Findings.suggestion(target, right));
    } else if (event.isOutage()) {
      checkWayRound(event);
    }
  }

  private static List<String> ids(List<Located<String>> ids) {
    return ids.stream().map(Located::value).toList();
  }

  /** AsyncFlow takes a server out of the balancer's rotation, and does nothing else. */
  private void checkWayRound(Event outage) {
    String target = outage.target().value();
    List<String> sources =
        topology.edges().stream()
            .filter(edge -> edge.target().value().equals(target))
            .map(edge -> edge.source().value())
            .toList();
    boolean balanced = sources.stream().allMatch(topology::isBalancer);
    if (!balanced) {
      findings.mistake(
          outage.target().node(),
          outage.target().node().found() + ", which requests reach without a load balancer",
          "a server that only a load balancer leads to",
          "nothing would send requests elsewhere; AsyncFlow ignores such an event");
    }
  }

  private void checkOverlaps() {
    List<Event> open = new ArrayList<>();
    for (Event event : outages) {
      open.removeIf(earlier -> earlier.end() <= event.start());
      for (Event earlier : open) {
        if (earlier.target().value().equals(event.target().value())) {
          findings.mistake(
              event.startNode(),
              "a time after "
                  + earlier.endNode().found()
                  + ", when "
                  + Quote.text(earlier.id().value())
                  + " ends",
              "outages of a server must not overlap");
        }
      }
      open.add(event);
    }
  }

  private void checkOneIsUp() {
    topology
        .balancer()
        .ifPresent(
            balancer -> {
              List<Edge> ways = topology.edgesFrom(balancer.id().value());
              outages.forEach(event -> checkOneIsUp(event, ways));
            });
  }

  /** Looks at the moment at which an outage begins; one that ends then is over. */
  private void checkOneIsUp(Event outage, List<Edge> ways) {
    double now = outage.start();
    Set<String> down =
        outages.stream()
            .filter(event -> event.start() <= now && now < event.end())
            .map(event -> event.target().value())
            .collect(Collectors.toSet());
    if (ways.stream().allMatch(edge -> down.contains(edge.target().value()))) {
      findings.mistake(
          outage.startNode(),
          "an outage at " + Decimals.exact(now) + " s, when all servers are down",
          "at least one server of the load balancer that is up",
          "");
    }
  }
}
