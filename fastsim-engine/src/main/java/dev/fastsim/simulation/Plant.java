package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.simulation.Cluster.Preparation;
import dev.fastsim.simulation.Paths.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * A scenario built for one replication: the stations in their order, which breaks ties, and what
 * they are connected to.
 */
final class Plant {

  private final Scenario scenario;
  private final int replication;
  private final boolean foresight;
  private final @Nullable Recorder recorder;
  private final Streams streams;
  private final Window window;
  private final Paths paths;
  private final StepTable steps;
  private final Requests requests;
  private final Ledger ledger;
  private final LanguageModels llm;
  private final Agenda agenda = new Agenda();

  private final Replica[] replicas;
  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private final Map<String, Cluster> clusters = new LinkedHashMap<>();
  private final Map<String, Balancer> balancers = new LinkedHashMap<>();
  private final Map<String, Scaling> scalings = new HashMap<>();
  private final List<Bodies> bodies = new ArrayList<>();
  private final Calls calls = new Calls();

  /** What leaves a place by a link. */
  private final Map<Link, Onward> onwards = new HashMap<>();

  /**
   * Builds the stations.
   *
   * @param foresight whether what is known ahead may be settled, and so counted, ahead
   * @param recorder told whatever requests do; needs a plant without foresight. Null if nobody
   *     wants to know
   */
  Plant(
      Scenario scenario,
      int replication,
      Witness witness,
      boolean foresight,
      @Nullable Recorder recorder) {
    this.scenario = scenario;
    this.replication = replication;
    this.foresight = foresight;
    this.recorder = recorder;
    this.streams = new Streams(scenario.runs().seed());
    this.window =
        new Window(
            scenario.runs().warmUp().orElse(Duration.ZERO).toNanos(),
            scenario.runs().duration().toNanos());
    this.paths = new Paths(scenario);
    this.steps = new StepTable(scenario, streams, replication);
    for (Link link : scenario.links()) {
      wires.put(link.name(), new Wire(link, scenario.faults(), streams, replication, window));
    }
    this.requests =
        new Requests(
            steps.queues(),
            scenario.services().stream().allMatch(each -> each.calls().isEmpty())
                ? 0
                : steps.count(),
            paths.certainWayOut().map(this::way).orElse(null),
            Bodies.expectedSteps(scenario));
    if (recorder != null) {
      recorder.join(requests, steps);
    }
    this.llm = new LanguageModels(steps, window);
    this.ledger = new Ledger(scenario, steps, requests, window, llm.books(), witness);
    int[] ioSteps = ioSteps();
    this.replicas = new Replica[scenario.services().stream().mapToInt(Service::mostReplicas).sum()];
    if (window.from() > 0) {
      new WarmUpEnd();
    }
    if (scenario.faults().stream().anyMatch(FaultStation::changes)) {
      new FaultStation(agenda, scenario.faults(), clusters.values(), balancers.values());
    }
    addScalings();
    addServices(addIoStations(ioSteps));
    addRoutes();
    addPools();
    clusters.values().forEach(cluster -> cluster.installPermitQueue(agenda, requests, recorder));
    llm.addProviders(agenda, requests);
    addArrivals();
  }

  private void addScalings() {
    for (Service service : scenario.services()) {
      service
          .autoscaler()
          .ifPresent(scaler -> scalings.put(service.name(), new Scaling(agenda, service, scaler)));
    }
  }

  /** Steps that are a wait without a core. */
  private int[] ioSteps() {
    List<StepTable.Kind[]> kinds =
        scenario.services().stream().map(each -> steps.kinds(each.server())).toList();
    return IntStream.range(0, steps.count())
        .filter(
            step ->
                kinds.stream()
                    .anyMatch(
                        each ->
                            each[step] == StepTable.Kind.IO || each[step] == StepTable.Kind.LLM))
        .toArray();
  }

  /** By step; null where a step is no wait without a core. */
  private IoWait[] addIoStations(int[] ioSteps) {
    IoWait[] io = new IoWait[steps.count()];
    for (int step : ioSteps) {
      if (steps.kind[step] == StepTable.Kind.LLM) {
        llm.addStation(agenda, requests, replicas, step);
      } else if (steps.steps.get(step) instanceof Step.Call call) {
        io[step] = calls.add(call, new CallStation(agenda, requests, replicas, step, recorder));
      } else {
        io[step] = new IoStation(agenda, requests, replicas, step);
      }
    }
    return io;
  }

  private void addServices(IoWait[] io) {
    int number = 0;
    for (Service service : scenario.services()) {
      Replica[] its = new Replica[service.mostReplicas()];
      for (int i = 0; i < its.length; i++) {
        its[i] =
            new Replica(number, requests, steps, ledger, service.server(), io, llm.calls, recorder);
        replicas[number++] = its[i];
      }
      Bodies itsBodies = new Bodies(service, streams, replication, steps);
      bodies.add(itsBodies);
      Cluster cluster =
          new Cluster(
              service,
              preparation(service),
              sameEndpoints(service),
              ledger,
              itsBodies,
              its,
              streams,
              replication);
      clusters.put(service.name(), cluster);
      Scaling scaling = scalings.get(service.name());
      if (scaling != null) {
        cluster.scaleBy(scaling);
      }
      PiecewiseConstant slowness = slowness(service);
      UniformRandomProvider connections =
          streams.stream(replication, "service " + service.name(), "connection");
      for (Replica replica : its) {
        Cpu cpu = cpu(service, cluster, replica, slowness, connections);
        replica.install(cpu);
      }
    }
  }

  private Cpu cpu(
      Service service,
      Cluster cluster,
      Replica replica,
      @Nullable PiecewiseConstant slowness,
      UniformRandomProvider connections) {
    int cores = service.server().cores();
    if (new Foresight(scenario, service).sharesCores()) {
      return new SharedCpu(
          agenda, replica, requests, cores, slowness, cluster.lag(), window, recorder);
    }
    if (new Foresight(scenario, service).hasLoops()) {
      return new LoopsCpu(
          agenda, replica, requests, cores, slowness, cluster.lag(), window, recorder, connections);
    }
    return foresight && new Foresight(scenario, service).knowsCores()
        ? new PlannedCpu(agenda, replica, requests, cores, slowness, cluster.lag(), window)
        : new TokenCpu(agenda, replica, requests, cores, slowness, cluster.lag(), window, recorder);
  }

  private Preparation preparation(Service service) {
    if (paths.certainEntry().filter(service::equals).isPresent()) {
      return Preparation.RECORDED;
    }
    return scenario.entryServices().contains(service) ? Preparation.CALLED : Preparation.NONE;
  }

  /** From each endpoint that clients call to the service's own of that name, if it has all. */
  private int[] sameEndpoints(Service service) {
    List<String> own = service.endpoints().stream().map(Endpoint::name).toList();
    return scenario.endpoints().stream().mapToInt(called -> own.indexOf(called.name())).toArray();
  }

  private @Nullable PiecewiseConstant slowness(Service service) {
    List<Fault.Slowdown> slowdowns =
        PiecewiseConstant.pick(
            scenario.faults(),
            Fault.Slowdown.class,
            fault -> fault.service().equals(service.name()));
    return slowdowns.isEmpty()
        ? null
        : PiecewiseConstant.of(slowdowns, 1, (factor, fault) -> factor * fault.factor());
  }

  private void addRoutes() {
    Map<Route, String> ends = new LinkedHashMap<>();
    boolean drawnAhead = paths.certainWayOut().isPresent();
    for (Path path : paths.all()) {
      Way way = way(path);
      if (path.leadsToClients()) {
        onwards.put(path.links().get(0), new WayOut(ledger, way, drawnAhead));
      } else {
        Route route = new Route(agenda, requests, ledger, way);
        ends.put(route, path.end());
        onwards.put(path.links().get(0), route);
      }
    }
    for (Node node : scenario.nodes()) {
      if (node instanceof LoadBalancer balancer) {
        Onward[] ways = paths.from(node.name()).stream().map(this::onward).toArray(Onward[]::new);
        balancers.put(node.name(), new Balancer(balancer, ways, streams, replication, ledger));
      }
    }
    ends.forEach((route, end) -> route.leadTo(destination(end)));
    clusters.forEach(
        (name, cluster) ->
            paths.from(name).stream()
                .findFirst()
                .ifPresent(
                    path ->
                        cluster.connect(
                            onward(path),
                            new Foresight(scenario, cluster.service()).leavesUnnoticed())));
    calls.connect(
        clusters, name -> paths.from(name).stream().findFirst().map(this::onward).orElse(null));
  }

  private Way way(Path path) {
    return new Way(
        path.links().stream().map(link -> wires.get(link.name())).toArray(Wire[]::new), recorder);
  }

  private Destination destination(String name) {
    Destination balancer = balancers.get(name);
    return balancer == null ? Objects.requireNonNull(clusters.get(name), name) : balancer;
  }

  private Onward onward(Path path) {
    return Objects.requireNonNull(onwards.get(path.links().get(0)), "a path without a way");
  }

  private void addPools() {
    for (Cluster cluster : clusters.values()) {
      for (Replica replica : cluster.replicas()) {
        for (ConnectionPool pool : cluster.service().pools()) {
          replica.installPool(agenda, pool, window.from());
        }
      }
    }
  }

  private void addArrivals() {
    List<Fault.Surge> surging =
        PiecewiseConstant.pick(scenario.faults(), Fault.Surge.class, fault -> true);
    PiecewiseConstant surges =
        PiecewiseConstant.of(surging, 1, (factor, fault) -> factor * fault.factor());
    Arrivals arrivals =
        new Arrivals(
            new WeightedChoice(
                scenario.endpoints().stream().mapToDouble(Endpoint::weight).toArray(),
                streams.stream(replication, "workload", "endpoint")),
            requests,
            ledger,
            onward(paths.onlyFrom(Link.CLIENTS)),
            paths.certainEntry().map(service -> clusters.get(service.name())).orElse(null));
    if (scenario.workload() instanceof ClosedUsers users) {
      ledger.tell(
          new ClosedArrivals(agenda, users, haste(surging), arrivals, streams, replication));
    } else {
      new OpenArrivals(
          agenda,
          ArrivalTimes.of(scenario.workload(), surges, streams, replication, window.to()),
          arrivals);
    }
  }

  /** Under a surge users think as many times faster. */
  private static @Nullable PiecewiseConstant haste(List<Fault.Surge> surges) {
    return surges.isEmpty()
        ? null
        : PiecewiseConstant.of(surges, 1, (factor, fault) -> factor / fault.factor());
  }

  Window window() {
    return window;
  }

  Agenda agenda() {
    return agenda;
  }

  Ledger ledger() {
    return ledger;
  }

  Collection<Cluster> clusters() {
    return clusters.values();
  }

  LanguageModels llm() {
    return llm;
  }

  Collection<Wire> wires() {
    return wires.values();
  }

  /** Gives the programs of the endpoints back. */
  void close() {
    bodies.forEach(Bodies::close);
  }

  /** At the end of the warm-up all gauges start anew. */
  private final class WarmUpEnd extends Station {

    WarmUpEnd() {
      super(agenda);
      schedule(window.from());
    }

    @Override
    public void fire(long now) {
      Arrays.stream(replicas).forEach(replica -> replica.restart(now));
      clusters.values().forEach(cluster -> cluster.restart(now));
      llm.restart(now);
      schedule(Agenda.NEVER);
    }
  }
}
