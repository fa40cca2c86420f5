package dev.fastsim.simulation;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fewer nodes, fewer ways, links that cost nothing, the simplest load balancers. */
final class SmallerTopology {

  static final List<Shrinker.Way> WAYS =
      List.of(
          SmallerTopology::withoutNode,
          SmallerTopology::withoutWay,
          SmallerTopology::simplerLinks,
          SmallerTopology::simplerBalancers);

  private SmallerTopology() {}

  /** What led to the node leads to one that came next. */
  private static Stream<Supplier<Scenario>> withoutNode(Scenario scenario) {
    return scenario.links().stream()
        .filter(link -> !link.from().equals(Link.CLIENTS))
        .map(link -> () -> bypassed(scenario, link));
  }

  private static Scenario bypassed(Scenario scenario, Link way) {
    String node = way.from();
    String next = way.to();
    List<Link> links = new ArrayList<>();
    Map<String, String> renamed = new HashMap<>();
    for (Link link : scenario.links()) {
      String from = link.from();
      if (link.to().equals(node)) {
        Link past = new Link(Link.nameOf(from, next), from, next, link.latency(), link.loss());
        renamed.put(link.name(), past.name());
        renamed.put(way.name(), past.name());
        if (scenario.links().stream().noneMatch(each -> joins(each, from, next))) {
          links.add(past);
        }
      } else if (!from.equals(node)) {
        links.add(link);
      }
    }
    List<Fault> faults =
        scenario.faults().stream().map(fault -> SmallerFaults.withLink(fault, renamed)).toList();
    return reachable(scenario, links, faults);
  }

  private static boolean joins(Link link, String from, String to) {
    return link.from().equals(from) && link.to().equals(to);
  }

  /** What the clients reach, and what is called there, with links that lead there. */
  private static Scenario reachable(Scenario scenario, List<Link> links, List<Fault> faults) {
    Set<String> reached = new HashSet<>(Set.of(Link.CLIENTS));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Link link : links) {
        grows |= reached.contains(link.from()) && reached.add(link.to());
      }
    }
    List<Node> nodes = SmallerCalls.withCallees(scenario.nodes(), reached);
    List<Link> ways = links.stream().filter(link -> reached.contains(link.from())).toList();
    return Rebuilding.with(scenario, nodes, ways, faults);
  }

  private static Stream<Supplier<Scenario>> withoutWay(Scenario scenario) {
    return scenario.links().stream()
        .map(
            gone -> {
              List<Link> links = new ArrayList<>(scenario.links());
              links.remove(gone);
              return () -> reachable(scenario, links, scenario.faults());
            });
  }

  private static Stream<Supplier<Scenario>> simplerLinks(Scenario scenario) {
    return scenario.links().stream()
        .flatMap(
            link ->
                Stream.concat(
                    Stream.<Supplier<Scenario>>of(
                        () -> with(scenario, link, link.latency(), 0),
                        () -> with(scenario, link, new Constant(0), link.loss())),
                    SmallerSteps.simpler(link.latency())
                        .map(time -> () -> with(scenario, link, time, link.loss()))));
  }

  private static Scenario with(Scenario scenario, Link link, Distribution latency, double loss) {
    Link other = new Link(link.name(), link.from(), link.to(), latency, loss);
    List<Link> links = Rebuilding.with(scenario.links(), link, other);
    return Rebuilding.with(scenario, scenario.nodes(), links, scenario.faults());
  }

  private static Stream<Supplier<Scenario>> simplerBalancers(Scenario scenario) {
    return scenario.nodes().stream()
        .filter(LoadBalancer.class::isInstance)
        .map(
            node -> {
              Node other = new LoadBalancer(node.name(), BalancingPolicy.ROUND_ROBIN);
              List<Node> nodes = Rebuilding.with(scenario.nodes(), node, other);
              return () -> Rebuilding.with(scenario, nodes, scenario.links(), scenario.faults());
            });
  }
}
