package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Fault.Outage.Mode;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.WaitNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** A service: limiters, replicas, and what goes wrong with them. */
final class ReferenceService {

  private final ReferenceSimulator simulator;
  final Service service;
  private final @Nullable ReferenceLimiter limiter;
  private final List<@Nullable ReferenceLimiter> limiters = new ArrayList<>();
  private final ReferenceChoice endpoints;
  private final List<String> endpointNames;
  private final ReferenceFaults<Fault.Slowdown> slowdowns;
  private final ReferenceFaults<Fault.Outage> outages;
  final ReferenceRotation<ReferenceReplica> rotation;
  private boolean wasWhollyDown;
  private long whollyDownSince;

  /** To which of several loops a connection belongs. */
  final UniformRandomProvider connections;

  final @Nullable ReferenceScaling scaling;
  final List<ReferenceReplica> replicas = new ArrayList<>();
  final List<Long> lags = new ArrayList<>();

  /** Of other services. */
  final List<ReferenceRequest> calls = new ArrayList<>();

  ReferenceService(ReferenceSimulator simulator, Service service) {
    this.simulator = simulator;
    this.service = service;
    limiter = service.limiter().map(ReferenceLimiter::of).orElse(null);
    for (Endpoint endpoint : service.endpoints()) {
      limiters.add(endpoint.limiter().map(ReferenceLimiter::of).orElse(null));
    }
    endpoints =
        new ReferenceChoice(
            service.endpoints().stream().map(Endpoint::weight).toList(),
            simulator.stream("service " + service.name(), "endpoint"));
    connections = simulator.stream("service " + service.name(), "connection");
    endpointNames = service.endpoints().stream().map(Endpoint::name).toList();
    slowdowns = faults(Fault.Slowdown.class, Fault.Slowdown::service);
    outages = faults(Fault.Outage.class, Fault.Outage::service);
    addReplicas();
    rotation =
        new ReferenceRotation<>(
            service.server().balancer(),
            replicas,
            replica -> replica.inside.size(),
            simulator.stream("balancer " + service.name(), "choice"));
    int position = simulator.services.size();
    scaling =
        service
            .autoscaler()
            .map(scaler -> new ReferenceScaling(simulator, this, scaler, position))
            .orElse(null);
  }

  private <F extends Fault> ReferenceFaults<F> faults(Class<F> kind, Function<F, String> victim) {
    return ReferenceFaults.of(
        simulator.scenario.faults(), kind, each -> victim.apply(each).equals(service.name()));
  }

  private void addReplicas() {
    Server server = service.server();
    for (int i = 0; i < service.mostReplicas(); i++) {
      ReferenceReplica replica =
          new ReferenceReplica(simulator, this, server, simulator.replicasSoFar++);
      for (ConnectionPool pool : service.pools()) {
        ReferenceFaults<Fault.PoolShrink> shrinks =
            ReferenceFaults.of(
                simulator.scenario.faults(),
                Fault.PoolShrink.class,
                each -> each.service().equals(service.name()) && each.pool().equals(pool.name()));
        replica.pools.add(
            new ReferencePool(simulator, replica, pool, shrinks, simulator.poolsSoFar++));
      }
      replicas.add(replica);
    }
  }

  int inside() {
    return replicas.stream().mapToInt(replica -> replica.inside.size()).sum();
  }

  /** A request reaches the service. */
  void admit(ReferenceRequest request) {
    int endpoint = request.services == 0 ? called(request) : endpoints.draw();
    request.services++;
    if (!request.bodyIsDrawn) {
      simulator.bodies.record(request, service.name(), service.endpoints().get(endpoint));
    }
    simulator.saw(Incident.CALLED_SECOND_SERVICE, request.services == 2);
    simulator.saw(Incident.CALLED_THIRD_SERVICE, request.services == 3);
    letIn(request, endpoint);
  }

  /** A call of another service. */
  void called(ReferenceRequest call, String endpoint) {
    int number = endpointNames.indexOf(endpoint);
    call.endpoint = number;
    calls.add(call);
    simulator.bodies.record(call, service.name(), service.endpoints().get(number));
    letIn(call, number);
  }

  private void letIn(ReferenceRequest request, int endpoint) {
    if (isClosedTo(request)) {
      simulator.reject(request, Incident.REJECTED_BY_CLOSED_SERVICE);
    } else {
      limit(request, endpoint);
    }
  }

  private void enter(ReferenceRequest request) {
    simulator.saw(Incident.ADMITTED_WHILE_DRAINING, wasWhollyDown);
    rotation.pick().enter(request);
  }

  /** From both limiters or from neither. */
  private void limit(ReferenceRequest request, int endpoint) {
    ReferenceLimiter its = limiters.get(endpoint);
    if (limiter != null && limiter.nanosToPermit(now()) > limiter.patience()) {
      refuse(request, limiter.patience(), Incident.REJECTED_BY_LIMITER_OF_SERVICE);
      return;
    }
    if (its != null && its.nanosToPermit(now()) > its.patience()) {
      refuse(request, its.patience(), Incident.REJECTED_BY_LIMITER_OF_ENDPOINT);
      return;
    }
    long wait = 0;
    for (ReferenceLimiter each : Arrays.asList(limiter, its)) {
      if (each != null) {
        wait = Math.max(wait, each.nanosToPermit(now()));
        each.take();
      }
    }
    if (wait == 0) {
      enter(request);
      return;
    }
    request.spend(WaitNames.LIMITER, wait);
    after(
        wait,
        () -> {
          simulator.saw(Incident.ENTERED_AFTER_WAIT_FOR_PERMIT, !isClosedTo(request));
          if (isClosedTo(request)) {
            simulator.reject(request, Incident.REJECTED_BY_CLOSED_SERVICE);
          } else {
            enter(request);
          }
        });
  }

  private void refuse(ReferenceRequest request, long wait, Incident why) {
    if (wait == 0) {
      simulator.reject(request, why);
    } else {
      simulator.saw(Incident.WAITED_FOR_PERMIT_IN_VAIN, true);
      after(wait, () -> simulator.reject(request, why));
    }
  }

  private void after(long wait, Runnable action) {
    int place = List.copyOf(simulator.services.values()).indexOf(this);
    simulator.clock.at(now() + wait, ReferenceClock.Kind.PERMIT, place, action);
  }

  /** Whoever set out before may still go to a draining replica, if there is one. */
  private boolean isClosedTo(ReferenceRequest request) {
    boolean isSomeUp = down(each -> true) < replicas.size();
    boolean isSomeAlive = down(ReferenceService::kills) < replicas.size();
    return !isSomeUp && !(isSomeAlive && request.departure < whollyDownSince);
  }

  /** The endpoint that the client called; entry services may list them in different orders. */
  int called(ReferenceRequest request) {
    return endpointNames.indexOf(simulator.called.get(request.endpoint));
  }

  void onward(ReferenceRequest request) {
    int steps = request.work.size();
    simulator.saw(Incident.SERVED_WITHOUT_STEPS, steps == 0);
    simulator.saw(Incident.SERVED_WITH_MORE_THAN_8_STEPS, steps > 8);
    simulator.saw(Incident.SERVED_WITH_MORE_THAN_64_STEPS, steps > 64);
    request.forgetWork();
    if (request.answer != null) {
      simulator.saw(Incident.ANSWERED_CALL, true);
      simulator.end(request, Outcome.COMPLETED, now());
      return;
    }
    simulator.network.sendFrom(service.name(), request);
  }

  /** When a burst is done that begins at {@code start}. */
  long computed(long start, long nanos) {
    double left = nanos;
    long time = start;
    while (true) {
      double factor =
          slowdowns.activeAt(time).stream()
              .mapToDouble(Fault.Slowdown::factor)
              .reduce(1, (a, b) -> a * b);
      long change = slowdowns.changeAfter(time);
      double done = (change - time) / factor;
      simulator.saw(Incident.SLOWED_BURST, left > 0 && factor > 1 && done > 0);
      simulator.saw(Incident.PAUSED_BURST, left > 0 && done == 0);
      if (left <= done) {
        return left == 0 ? time : time + Math.round(left * factor);
      }
      left -= done;
      time = change;
    }
  }

  /** What a clock shows that goes slower while the machines do. */
  long shown(long until) {
    long shown = 0;
    long time = 0;
    while (time < until) {
      double factor =
          slowdowns.activeAt(time).stream()
              .mapToDouble(Fault.Slowdown::factor)
              .reduce(1, (a, b) -> a * b);
      long next = Math.min(until, slowdowns.changeAfter(time));
      shown += factor == 1 ? next - time : (long) ((next - time) / factor);
      time = next;
    }
    return shown;
  }

  private long now() {
    return simulator.clock.now();
  }

  private static boolean kills(Fault.Outage outage) {
    return outage.mode() == Mode.KILL;
  }

  /** How many replicas, from the first, active outages of some kind take at this moment. */
  private int down(Predicate<Fault.Outage> kind) {
    return outages.activeAt(now()).stream()
        .filter(kind)
        .mapToInt(each -> Math.min(replicas.size(), each.replicas()))
        .max()
        .orElse(0);
  }

  boolean hasOutage() {
    return down(each -> true) > 0;
  }

  /**
   * Takes replicas out and puts them back as the outages of the moment will have it. If all are
   * down, those that only drain stay in the rotation, for whoever set out before.
   */
  void outagesChange() {
    int down = down(each -> true);
    int killed = down(ReferenceService::kills);
    boolean isWhollyDown = down == replicas.size();
    boolean isPartlyDown = down > 0 && !isWhollyDown;
    simulator.saw(
        Incident.OUTAGE_OF_SOME_REPLICAS_WITH_REQUESTS_INSIDE, isPartlyDown && inside() > 0);
    simulator.saw(
        Incident.OUTAGE_OF_ALL_REPLICAS_WITH_REQUESTS_INSIDE, isWhollyDown && inside() > 0);
    replicas.subList(0, killed).forEach(ReferenceReplica::kill);
    for (int i = 0; i < replicas.size(); i++) {
      if (i < (isWhollyDown ? killed : down)) {
        rotation.takeOut(replicas.get(i));
      } else {
        rotation.putBack(replicas.get(i));
      }
    }
    if (isWhollyDown != wasWhollyDown) {
      whollyDownSince = now();
      wasWhollyDown = isWhollyDown;
      simulator.network.reachable(service.name(), !isWhollyDown);
    }
  }

  void poolsChange() {
    for (ReferenceReplica replica : replicas) {
      replica.pools.forEach(ReferencePool::resize);
    }
  }
}
