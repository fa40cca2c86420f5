package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LlmProvider;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * The semantics once more, slow and obvious: one priority queue of lambdas, one object for each
 * request, nothing reused. It shares with the simulator only the random numbers, which it takes
 * from the same streams by the same names.
 */
final class ReferenceSimulator {

  final Scenario scenario;
  final long warmUp;
  final long horizon;
  final ReferenceClock clock = new ReferenceClock();
  final ReferenceBodies bodies;
  final ReferenceNetwork network;

  /** The services in the scenario's order, by name. */
  final Map<String, ReferenceService> services = new LinkedHashMap<>();

  /** Names of steps in the scenario's order. */
  final List<String> steps;

  /** Names of the endpoints that clients call. */
  final List<String> called;

  /** By the provider's name, in the order of the steps. */
  private final Map<String, ReferenceProvider> providers = new LinkedHashMap<>();

  final List<ReferenceRequest> requests = new ArrayList<>();

  /** Requests between arrival and end. */
  final Timeline inside = new Timeline();

  final Set<Incident> incidents = EnumSet.noneOf(Incident.class);

  int replicasSoFar;
  int poolsSoFar;
  private final int replication;
  private final Streams streams;
  private final ReferenceChoice endpoints;

  /** Null if nobody waits for responses. */
  private @Nullable ReferenceUsers users;

  ReferenceSimulator(Scenario scenario, int replication) {
    this.scenario = scenario;
    this.replication = replication;
    streams = new Streams(scenario.runs().seed());
    warmUp = scenario.runs().warmUp().orElseThrow().toNanos();
    horizon = scenario.runs().duration().toNanos();
    steps = scenario.steps().stream().map(Step::name).toList();
    called = scenario.endpoints().stream().map(Endpoint::name).toList();
    bodies = new ReferenceBodies(this);
    network = new ReferenceNetwork(this);
    for (Service service : scenario.services()) {
      services.put(service.name(), new ReferenceService(this, service));
    }
    for (LlmProvider limits : scenario.llmProviders()) {
      providers.put(limits.name(), new ReferenceProvider(this, limits, providers.size()));
    }
    endpoints =
        new ReferenceChoice(
            scenario.endpoints().stream().map(Endpoint::weight).toList(),
            stream("workload", "endpoint"));
    planFaults();
    if (scenario.workload() instanceof ClosedUsers closed) {
      users = new ReferenceUsers(this, closed);
    } else {
      new ReferenceArrivals(this).times().forEach(this::requestArrivesAt);
    }
    clock.runUntil(horizon);
  }

  private void requestArrivesAt(long time) {
    clock.at(time, Kind.ARRIVAL, 0, () -> arrive(new ReferenceRequest(time)));
  }

  UniformRandomProvider stream(String component, String purpose) {
    return streams.stream(replication, component, purpose);
  }

  ReferenceService service(String name) {
    return Objects.requireNonNull(services.get(name), name);
  }

  ReferenceProvider provider(LlmProvider limits) {
    return Objects.requireNonNull(providers.get(limits.name()));
  }

  private void planFaults() {
    ReferenceFaults<Fault> abrupt =
        ReferenceFaults.of(
            scenario.faults(),
            Fault.class,
            each -> each instanceof Fault.Outage || each instanceof Fault.PoolShrink);
    for (long time : abrupt.changes()) {
      clock.at(time, Kind.FAULT, 0, this::faultsChange);
    }
  }

  /** What ends does so before anything begins; pools that shrink look at their size themselves. */
  private void faultsChange() {
    for (ReferenceService service : services.values()) {
      if (!service.hasOutage()) {
        service.outagesChange();
      }
    }
    services.values().forEach(ReferenceService::poolsChange);
    for (ReferenceService service : services.values()) {
      if (service.hasOutage()) {
        service.outagesChange();
      }
    }
  }

  /** What is certain is drawn at once, whatever becomes of the request. */
  void arrive(ReferenceRequest request) {
    requests.add(request);
    inside.add(clock.now(), 1);
    request.endpoint = endpoints.draw();
    ReferenceNetwork.Way in = network.wayFrom(Link.CLIENTS);
    ReferenceService entry = services.get(in.end());
    if (entry != null) {
      bodies.record(request, in.end(), entry.service.endpoints().get(entry.called(request)));
      ReferenceNetwork.Way out = network.wayFrom(in.end());
      if (out.end().equals(Link.CLIENTS)) {
        request.drawn.put(out, network.draw(out));
      }
    }
    network.sendFrom(Link.CLIENTS, request);
  }

  void saw(Incident incident, boolean really) {
    if (really) {
      incidents.add(incident);
    }
  }

  void reject(ReferenceRequest request, Incident why) {
    saw(why, true);
    end(request, Outcome.REJECTED, clock.now());
  }

  /** A request that would end after the horizon is in flight. */
  void end(ReferenceRequest request, Outcome outcome, long time) {
    if (time <= horizon) {
      request.outcome = outcome;
      request.end = time;
      if (request.answer != null) {
        request.answer.run();
        return;
      }
      inside.add(time, -1);
      if (users != null) {
        users.requestEnds(request, time);
      }
    }
  }
}
