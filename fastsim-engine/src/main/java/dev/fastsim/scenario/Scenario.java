package dev.fastsim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Services and how requests reach them, the traffic, what goes wrong, what is promised, and the
 * runs to make. Made with {@link #builder(String)}.
 *
 * @param name shown in results
 * @param nodes services, load balancers and relays, kept in this order, those of a kind as given;
 *     at least one service
 * @param links between them, and from and to the clients
 * @param workload the traffic over all endpoints that clients call
 * @param faults what goes wrong, and when
 * @param objectives what is promised
 * @param runs how long and how often to simulate
 * @param whatIfs other circumstances in which promises are to be kept, names unique
 */
public record Scenario(
    String name,
    List<Node> nodes,
    List<Link> links,
    Workload workload,
    List<Fault> faults,
    List<Objective> objectives,
    RunPlan runs,
    List<WhatIf> whatIfs) {

  /**
   * Checks how the parts fit together.
   *
   * @throws InvalidScenarioException with every mistake found
   */
  public Scenario {
    nodes = Topology.byKind(nodes);
    links = List.copyOf(links);
    faults = List.copyOf(faults);
    objectives = List.copyOf(objectives);
    whatIfs = List.copyOf(whatIfs);
    List<String> mistakes = ScenarioRules.mistakes(nodes, links, faults, objectives, runs);
    if (mistakes.isEmpty() && needsWhatIfs(objectives, whatIfs)) {
      List<Objective> plain = objectives.stream().map(Objective::everywhere).toList();
      Scenario without = new Scenario(name, nodes, links, workload, faults, plain, runs);
      WhatIfRules.check(without, whatIfs, objectives, mistakes);
    }
    if (!mistakes.isEmpty()) {
      throw new InvalidScenarioException(name, mistakes);
    }
  }

  /** A scenario without what-ifs. */
  public Scenario(
      String name,
      List<Node> nodes,
      List<Link> links,
      Workload workload,
      List<Fault> faults,
      List<Objective> objectives,
      RunPlan runs) {
    this(name, nodes, links, workload, faults, objectives, runs, List.of());
  }

  private static boolean needsWhatIfs(List<Objective> objectives, List<WhatIf> whatIfs) {
    return !whatIfs.isEmpty()
        || objectives.stream().anyMatch(objective -> objective.whatIfs().isPresent());
  }

  /** Starts a scenario with the defaults: one core, no pools, an ideal network. */
  public static ScenarioBuilder builder(String name) {
    return new ScenarioBuilder(name);
  }

  /** The services, in the order of the nodes. */
  public List<Service> services() {
    return Topology.services(nodes);
  }

  /**
   * One service.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public Service service(String wanted) {
    return services().stream()
        .filter(service -> service.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no service '%s'; %s has %s"
                        .formatted(wanted, name, services().stream().map(Service::name).toList())));
  }

  /** The services that requests reach first, in the order of the nodes. */
  public List<Service> entryServices() {
    return new Topology(nodes, links).entryServices();
  }

  /** The endpoints that clients call: those of the entry services, which agree on them. */
  public List<Endpoint> endpoints() {
    return entryServices().get(0).endpoints();
  }

  /** All steps of all services, each once, in the order of the services. */
  public List<Step> steps() {
    Map<String, Step> byName = new LinkedHashMap<>();
    services().stream()
        .flatMap(service -> service.steps().stream())
        .forEach(step -> byName.putIfAbsent(step.name(), step));
    return List.copyOf(byName.values());
  }

  /** The faults in the order in which they begin. */
  public List<Fault> timeline() {
    return faults.stream().sorted(Comparator.comparing(Fault::start)).toList();
  }

  /** The names of the connection pools of all services, each once, in their order. */
  public List<String> poolNames() {
    return Topology.poolNames(services());
  }

  /**
   * The scenario in the circumstances of one of its what-ifs.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public Scenario whatIf(String wanted) {
    return whatIfNamed(wanted).applyTo(this);
  }

  /**
   * One of its what-ifs.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public WhatIf whatIfNamed(String wanted) {
    return Names.whatIf(this, wanted);
  }

  /** The same scenario with another service in the place of the one of that name. */
  public Scenario withService(Service other) {
    service(other.name());
    List<Node> changed = new ArrayList<>();
    nodes.forEach(node -> changed.add(node.name().equals(other.name()) ? other : node));
    return withNodes(changed);
  }

  /** The same scenario with other nodes. */
  public Scenario withNodes(List<Node> others) {
    return new Scenario(name, others, links, workload, faults, objectives, runs, whatIfs);
  }

  /** The same scenario with the machines of all services at other prices. */
  public Scenario withPrices(Prices others) {
    List<Node> changed = new ArrayList<>();
    nodes.forEach(
        node -> changed.add(node instanceof Service service ? service.withPrices(others) : node));
    return withNodes(changed);
  }

  /** The same scenario under another name. */
  public Scenario withName(String other) {
    return new Scenario(other, nodes, links, workload, faults, objectives, runs, whatIfs);
  }

  /** The same scenario with other traffic. */
  public Scenario withWorkload(Workload other) {
    return new Scenario(name, nodes, links, other, faults, objectives, runs, whatIfs);
  }

  /** The same scenario with other faults. */
  public Scenario withFaults(List<Fault> others) {
    return new Scenario(name, nodes, links, workload, others, objectives, runs, whatIfs);
  }

  /** The same scenario with other promises. */
  public Scenario withObjectives(List<Objective> others) {
    return new Scenario(name, nodes, links, workload, faults, others, runs, whatIfs);
  }

  /** The same scenario with other runs. */
  public Scenario withRuns(RunPlan other) {
    return new Scenario(name, nodes, links, workload, faults, objectives, other, whatIfs);
  }

  /** The same scenario without what-ifs; its promises then name none. */
  public Scenario withoutWhatIfs() {
    return needsWhatIfs(objectives, whatIfs)
        ? new Scenario(
            name,
            nodes,
            links,
            workload,
            faults,
            objectives.stream().map(Objective::everywhere).toList(),
            runs)
        : this;
  }
}
