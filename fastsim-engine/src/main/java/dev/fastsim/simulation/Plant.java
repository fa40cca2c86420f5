package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
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
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario built for one replication: the stations in their order, which breaks ties, and what
 * they are connected to.
 */
final class Plant {

  private final Scenario scenario;
  private final int replication;
  private final Streams streams;
  private final long warmUp;
  private final long horizon;
  private final Paths paths;
  private final StepTable steps;
  private final Requests requests;
  private final Ledger ledger;
  private final Agenda agenda;
  private final List<Station> stations = new ArrayList<>();

  private final Replica[] replicas;
  private final Map<String, Wire> wires = new LinkedHashMap<>();
  private final Map<String, Cluster> clusters = new LinkedHashMap<>();
  private final Map<String, Balancer> balancers = new LinkedHashMap<>();
  private final List<Bodies> bodies = new ArrayList<>();

  /** What leaves a place by a link. */
  private final Map<Link, Onward> onwards = new HashMap<>();

  Plant(Scenario scenario, int replication, Witness witness) {
    this.scenario = scenario;
    this.replication = replication;
    this.streams = new Streams(scenario.runs().seed());
    this.warmUp = scenario.runs().warmUp().orElse(Duration.ZERO).toNanos();
    this.horizon = scenario.runs().duration().toNanos();
    this.paths = new Paths(scenario);
    this.steps = new StepTable(scenario, streams, replication);
    this.requests =
        new Requests(
            steps.poolNames.size(), paths.certainWayOut().map(way -> way.links().size()).orElse(0));
    this.ledger = new Ledger(scenario, requests, warmUp, horizon, witness);
    int[] ioSteps = ioSteps();
    this.replicas = new Replica[count(service -> service.server().replicas())];
    this.agenda =
        new Agenda(
            3
                + ioSteps.length
                + replicas.length
                + paths.all().size()
                + count(service -> service.server().replicas() * service.pools().size()));

    for (Link link : scenario.links()) {
      wires.put(
          link.name(), new Wire(link, scenario.faults(), streams, replication, warmUp, horizon));
    }
    stations.add(new WarmUpEnd());
    stations.add(
        new FaultStation(
            agenda, stations.size(), scenario.faults(), clusters.values(), balancers.values()));
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

  private int count(ToIntFunction<Service> number) {
    return scenario.services().stream().mapToInt(number).sum();
  }

  /** By step; null where a step is no wait without a core. */
  private IoStation[] addIoStations(int[] ioSteps) {
    IoStation[] io = new IoStation[steps.count()];
    for (int step : ioSteps) {
      io[step] = new IoStation(agenda, stations.size(), requests, replicas, step);
      stations.add(io[step]);
    }
    return io;
  }

  private void addServices(IoStation[] io) {
    int number = 0;
    for (Service service : scenario.services()) {
      Replica[] its = new Replica[service.server().replicas()];
      for (int i = 0; i < its.length; i++) {
        its[i] = new Replica(number, requests, steps, ledger, service.server(), io);
        replicas[number++] = its[i];
      }
      Bodies itsBodies = new Bodies(service, streams, replication, steps, requests);
      bodies.add(itsBodies);
      Cluster cluster =
          new Cluster(
              service,
              preparation(service),
              sameEndpoints(service),
              requests,
              ledger,
              itsBodies,
              its,
              streams,
              replication);
      clusters.put(service.name(), cluster);
      PiecewiseConstant slowness = slowness(service);
      for (Replica replica : its) {
        stations.add(replica.installCpu(agenda, stations.size(), cluster.lag(), slowness, warmUp));
      }
    }
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
      Wire[] itsWires =
          path.links().stream().map(link -> wires.get(link.name())).toArray(Wire[]::new);
      Way way = new Way(requests, itsWires);
      if (path.leadsToClients()) {
        onwards.put(path.links().get(0), new WayOut(ledger, way, drawnAhead));
      } else {
        Route route = new Route(agenda, stations.size(), ledger, way);
        stations.add(route);
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
    clusters.forEach((name, cluster) -> cluster.connect(onward(paths.onlyFrom(name))));
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
          stations.add(replica.installPool(agenda, stations.size(), pool, warmUp));
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
    stations.add(
        new Arrivals(
            agenda,
            stations.size(),
            ArrivalTimes.of(scenario.workload(), surges, streams, replication, horizon),
            new WeightedChoice(
                scenario.endpoints().stream().mapToDouble(Endpoint::weight).toArray(),
                streams.stream(replication, "workload", "endpoint")),
            requests,
            ledger,
            onward(paths.onlyFrom(Link.CLIENTS)),
            paths.certainEntry().map(service -> clusters.get(service.name())).orElse(null)));
  }

  long warmUp() {
    return warmUp;
  }

  Agenda agenda() {
    return agenda;
  }

  Station[] stations() {
    return stations.toArray(Station[]::new);
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
      super(agenda, stations.size());
      if (warmUp > 0) {
        schedule(warmUp);
      }
    }

    @Override
    void fire(long now) {
      Arrays.stream(replicas).flatMap(Replica::gauges).forEach(gauge -> gauge.restart(now));
      wires.values().forEach(wire -> wire.restart(now));
      schedule(Agenda.NEVER);
    }
  }
}
