package dev.fastsim.yaml;

import dev.fastsim.random.Distribution;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.LogNormal;
import dev.fastsim.random.Poisson;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Uniform;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Workload;
import dev.fastsim.yaml.AsyncFlowFile.Edge;
import dev.fastsim.yaml.AsyncFlowFile.Event;
import dev.fastsim.yaml.AsyncFlowFile.Shape;
import dev.fastsim.yaml.AsyncFlowFile.Topology;
import dev.fastsim.yaml.AsyncFlowFile.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in FastSim's words what a sound AsyncFlow file says in its own. */
final class AsyncFlowTranslation {

  private final AsyncFlowFile file;
  private final Topology topology;
  private final AsyncFlowGraph graph;
  private final Findings findings;

  AsyncFlowTranslation(AsyncFlowFile file, Findings findings) {
    this.file = file;
    this.topology = file.topology();
    this.graph = new AsyncFlowGraph(file);
    this.findings = findings;
  }

  /**
   * The scenario.
   *
   * @throws InvalidFileException if the parts do not fit together
   */
  Scenario scenario(String name) {
    try {
      return new Scenario(name, nodes(), links(), workload(), faults(), List.of(), runs());
    } catch (InvalidScenarioException invalid) {
      for (String mistake : invalid.mistakes()) {
        findings.mistake(topology.client().node(), "a topology in which " + mistake, "", "");
      }
      throw findings.exception();
    }
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    if (graph.entersThroughClient()) {
      nodes.add(new Relay(wayIn()));
    }
    topology
        .balancer()
        .ifPresent(
            balancer -> nodes.add(new LoadBalancer(balancer.id().value(), balancer.policy())));
    nodes.addAll(new AsyncFlowServices(topology.servers(), graph.entryServers()).all());
    return nodes;
  }

  /** The client as requests pass it; a client may be called what FastSim calls all of them. */
  private String wayIn() {
    String id = topology.client().value();
    return id.equals(Link.CLIENTS) ? Link.CLIENTS + ", way in" : id;
  }

  private List<Link> links() {
    return topology.edges().stream().filter(edge -> !graph.isIdle(edge)).map(this::link).toList();
  }

  private Link link(Edge edge) {
    return new Link(
        edge.id().value(), source(edge), target(edge), latency(edge.latency()), edge.dropoutRate());
  }

  private String source(Edge edge) {
    String id = edge.source().value();
    if (id.equals(file.generator().id().value())) {
      return Link.CLIENTS;
    }
    return topology.isClient(id) ? wayIn() : id;
  }

  private String target(Edge edge) {
    if (graph.isResponse(edge)) {
      return Link.CLIENTS;
    }
    String id = edge.target().value();
    return topology.isClient(id) ? wayIn() : id;
  }

  private static Distribution latency(Variable latency) {
    return switch (latency.shape()) {
      case POISSON -> new Poisson(latency.mean(), 1);
      case EXPONENTIAL -> new Exponential(latency.mean());
      case NORMAL -> new RectifiedNormal(latency.mean(), latency.variance());
      case LOG_NORMAL -> new LogNormal(latency.mean(), latency.variance());
      case UNIFORM -> new Uniform(0, 1);
    };
  }

  private Workload workload() {
    Variable users = file.generator().users();
    Workload.Users.Count count =
        users.shape() == Shape.NORMAL
            ? new Workload.Users.Count.RectifiedNormal(users.variance())
            : new Workload.Users.Count.Poisson();
    return new Workload.Users(
        users.mean(),
        file.generator().requestsPerMinute(),
        Duration.ofSeconds(file.generator().window()),
        count);
  }

  private List<Fault> faults() {
    Set<String> links = links().stream().map(Link::name).collect(Collectors.toSet());
    return file.events().stream()
        .filter(event -> event.isOutage() || links.contains(event.target().value()))
        .map(AsyncFlowTranslation::fault)
        .toList();
  }

  private static Fault fault(Event event) {
    String target = event.target().value();
    Duration start = duration(event.start());
    Duration length = atLeastANanosecond(duration(event.end()).minus(start));
    return event.isOutage()
        ? new Fault.Outage(target, Fault.Outage.ALL, Fault.Outage.Mode.DRAIN, start, length)
        : new Fault.LatencySpike(
            target, atLeastANanosecond(duration(event.spike())), start, length);
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static Duration atLeastANanosecond(Duration duration) {
    return duration.isZero() ? Duration.ofNanos(1) : duration;
  }

  private RunPlan runs() {
    return new RunPlan(
        Duration.ofSeconds(file.settings().totalSimulationTime()),
        Duration.ZERO,
        RunPlan.DEFAULT.seed(),
        RunPlan.DEFAULT.replications(),
        RunPlan.DEFAULT.maxReplications());
  }
}
