package dev.fastsim.yaml;

import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.scenario.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file says about a scenario, key by key; whether it fits together is another question.
 *
 * @param network the ways from the clients to the only service and back
 * @param links the ways between all nodes, if there are more
 * @param headroom how many times the traffic all promises are to hold at
 */
record ScenarioParts(
    String name,
    Workload workload,
    List<Service> services,
    List<LoadBalancer> balancers,
    List<String> relays,
    Optional<Network> network,
    Optional<List<Link>> links,
    List<Fault> faults,
    List<Sla> slas,
    Optional<Double> headroom,
    List<WhatIf> whatIfs,
    RunPlan runs,
    List<String> notes) {

  ScenarioParts {
    if (network.isPresent() && links.isPresent()) {
      throw new IllegalArgumentException(
          "network stands for both links of a single service; where there are links, leave it out");
    }
    if (network.isPresent() && impliedEntry(services, balancers, relays).isEmpty()) {
      throw new IllegalArgumentException(
          "network is for a single service, or one that no other calls; write links where there are more nodes");
    }
    if (headroom.isPresent() && slas.isEmpty()) {
      throw new IllegalArgumentException(
          "headroom is more traffic at which every SLA is kept, but there is none; add slas");
    }
  }

  /** The parts that a file would say. */
  static ScenarioParts of(Scenario scenario) {
    Optional<Network> network = network(scenario);
    return new ScenarioParts(
        scenario.name(),
        scenario.workload(),
        scenario.services(),
        nodes(scenario, LoadBalancer.class),
        nodes(scenario, Relay.class).stream().map(Relay::name).toList(),
        network.filter(each -> !each.equals(Network.IDEAL)),
        network.isPresent() ? Optional.empty() : Optional.of(scenario.links()),
        scenario.faults(),
        Sla.group(scenario.objectives()),
        Optional.empty(),
        scenario.whatIfs(),
        scenario.runs(),
        scenario.notes());
  }

  private static <N extends Node> List<N> nodes(Scenario scenario, Class<N> kind) {
    return scenario.nodes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Optional<Network> network(Scenario scenario) {
    Link first = scenario.links().get(0);
    Network network = new Network(first.latency(), first.loss());
    Optional<String> entry =
        impliedEntry(
            scenario.services(),
            nodes(scenario, LoadBalancer.class),
            nodes(scenario, Relay.class).stream().map(Relay::name).toList());
    boolean same =
        entry
            .filter(name -> scenario.links().equals(Link.bothWays(name, network, network)))
            .isPresent();
    return same ? Optional.of(network) : Optional.empty();
  }

  /**
   * The scenario.
   *
   * @throws dev.fastsim.scenario.InvalidScenarioException if the parts do not fit together
   */
  Scenario scenario() {
    List<Node> nodes = new ArrayList<>(services);
    nodes.addAll(balancers);
    relays.forEach(each -> nodes.add(new Relay(each)));
    return new Scenario(
        name, nodes, allLinks(), workload, faults, objectives(), runs, whatIfs, notes);
  }

  private List<Link> allLinks() {
    Network both = network.orElse(Network.IDEAL);
    return links.orElseGet(
        () ->
            impliedEntry(services, balancers, relays)
                .map(entry -> Link.bothWays(entry, both, both))
                .orElse(List.of()));
  }

  /** The service that clients reach where no link says so. */
  private static Optional<String> impliedEntry(
      List<Service> services, List<LoadBalancer> balancers, List<String> relays) {
    List<Service> entries = Service.notCalled(services);
    return balancers.isEmpty() && relays.isEmpty() && entries.size() == 1
        ? Optional.of(entries.get(0).name())
        : Optional.empty();
  }

  private List<Objective> objectives() {
    return slas.stream().flatMap(sla -> sla.objectives().stream()).toList();
  }
}
