package dev.fastsim.simulation;

import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The autoscaler of a service. How many replicas there should be is asked of the same rule, which
 * has a test of its own.
 */
final class ReferenceScaling {

  private final ReferenceSimulator simulator;
  private final ReferenceService service;
  private final Autoscaler autoscaler;
  private final int position;
  private final HpaRule rule;

  /** Wanted replicas, the oldest first, with the time from which each takes requests. */
  private final List<ReferenceReplica> wanted = new ArrayList<>();

  private final Map<ReferenceReplica, Long> readyFrom = new HashMap<>();
  private long lastSync;

  final Timeline running = new Timeline();

  ReferenceScaling(
      ReferenceSimulator simulator, ReferenceService service, Autoscaler autoscaler, int position) {
    this.simulator = simulator;
    this.service = service;
    this.autoscaler = autoscaler;
    this.position = position;
    int initially = service.service.server().replicas();
    this.rule = new HpaRule(autoscaler, initially);
    for (ReferenceReplica replica : service.replicas) {
      if (wanted.size() < initially) {
        wanted.add(replica);
        readyFrom.put(replica, 0L);
      } else {
        service.rotation.takeOut(replica);
      }
    }
    running.add(0, initially);
    planSync();
  }

  private long readyFrom(ReferenceReplica replica) {
    return Objects.requireNonNull(readyFrom.get(replica));
  }

  private void planSync() {
    long next = lastSync + autoscaler.syncPeriod().toNanos();
    simulator.clock.at(next, Kind.SCALING, position, this::sync);
  }

  private void sync() {
    long now = simulator.clock.now();
    List<ReferenceReplica> ready = wanted.stream().filter(each -> readyFrom(each) < now).toList();
    double utilization = 0;
    for (ReferenceReplica replica : ready) {
      long since = Math.max(lastSync, readyFrom(replica));
      double whole = (double) service.service.server().cores() * (now - since);
      utilization += replica.coresHeld().area(since, now) / whole;
    }
    int count =
        rule.decide(
            now,
            ready.size(),
            wanted.size() - ready.size(),
            ready.isEmpty() ? 0 : utilization / ready.size());
    simulator.saw(Incident.SCALED_UP, count > wanted.size());
    simulator.saw(Incident.SCALED_DOWN, count < wanted.size());
    running.add(now, count - wanted.size());
    while (wanted.size() < count) {
      start(now);
    }
    while (wanted.size() > count) {
      ReferenceReplica youngest = wanted.remove(wanted.size() - 1);
      simulator.saw(Incident.SCALED_DOWN_WITH_REQUESTS_INSIDE, !youngest.inside.isEmpty());
      service.rotation.takeOut(youngest);
    }
    lastSync = now;
    planSync();
  }

  /** One that has the fewest requests left, most likely none. */
  private void start(long now) {
    ReferenceReplica replica =
        service.replicas.stream()
            .filter(each -> !wanted.contains(each))
            .min(Comparator.comparingInt(each -> each.inside.size()))
            .orElseThrow();
    wanted.add(replica);
    long from = now + autoscaler.coldStart().toNanos();
    readyFrom.put(replica, from);
    if (from == now) {
      service.rotation.putBack(replica);
    } else {
      simulator.clock.at(
          from,
          Kind.SCALING,
          position,
          () -> wanted.contains(replica) && readyFrom(replica) == from,
          () -> service.rotation.putBack(replica));
    }
  }
}
