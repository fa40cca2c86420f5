package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
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
  private final Agenda agenda = new Agenda();

  private final Replica[] replicas;
  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private final Map<String, Cluster> clusters = new LinkedHashMap<>();
  private final Map<String, Balancer> balancers = new LinkedHashMap<>();
  private final List<Bodies> bodies = new ArrayList<>();

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
            steps.poolNames.size(),
            paths.certainWayOut().map(this::way).orElse(null),
            Bodies.expectedSteps(scenario));
    if (recorder != null) {
      recorder.join(requests, steps);
    }
    this.ledger = new Ledger(scenario, requests, window, witness);
    int[] ioSteps = ioSteps();
    this.replicas =
        new Replica[scenario.services().stream().mapToInt(it -> it.server().replicas()).sum()];
    if (window.from() > 0) {
      new WarmUpEnd();
    }
    if (scenario.faults().stream().anyMatch(FaultStation::changes)) {
      new FaultStation(agenda, scenario.faults(), clusters.values(), balancers.values());
    }
    addServices(addIoStations(ioSteps));
    addRoutes();
    addPools();
    addArrivals();
  }

  private int[] ioSteps() {
    return IntStream.range(0, steps.count())
        .filter(step -> steps.kind[step] == StepTable.Kind.IO)
        .toArray();
  }

  /** By step; null where a step is no wait without a core. */
  private IoStation[] addIoStations(int[] ioSteps) {
    IoStation[] io = new IoStation[steps.count()];
    for (int step : ioSteps) {
      io[step] = new IoStation(agenda, requests, replicas, step);
    }
    return io;
  }

  private void addServices(IoStation[] io) {
    int number = 0;
    for (Service service : scenario.services()) {
      Replica[] its = new Replica[service.server().replicas()];
      for (int i = 0; i < its.length; i++) {
        its[i] = new Replica(number, requests, steps, ledger, service.server(), io, recorder);
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
      PiecewiseConstant slowness = slowness(service);
      for (Replica replica : its) {
        Cpu cpu = cpu(service, cluster, replica, slowness);
        replica.install(cpu);
      }
    }
  }

  private Cpu cpu(
      Service service, Cluster cluster, Replica replica, @Nullable PiecewiseConstant slowness) {
    int cores = service.server().cores();
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
            cluster.connect(
                onward(paths.onlyFrom(name)),
                new Foresight(scenario, cluster.service()).leavesUnnoticed()));
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
    PiecewiseConstant surges =
        PiecewiseConstant.of(
            PiecewiseConstant.pick(scenario.faults(), Fault.Surge.class, fault -> true),
            1,
            (factor, fault) -> factor * fault.factor());
    new Arrivals(
        agenda,
        ArrivalTimes.of(scenario.workload(), surges, streams, replication, window.to()),
        new WeightedChoice(
            scenario.endpoints().stream().mapToDouble(Endpoint::weight).toArray(),
            streams.stream(replication, "workload", "endpoint")),
        requests,
        ledger,
        onward(paths.onlyFrom(Link.CLIENTS)),
        paths.certainEntry().map(service -> clusters.get(service.name())).orElse(null));
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
      schedule(Agenda.NEVER);
    }
  }
}
