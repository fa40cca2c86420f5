package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.ReplicaCount;
import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The autoscaler of a service at work. A replica that is no longer wanted takes no more requests
 * and serves those it has; the youngest goes first. What begins to run again is idle, or, if there
 * is none, still serves what it had.
 */
final class Scaling extends Station {

  private static final double NANOS_PER_SECOND = 1e9;

  /** What becomes of a replica. */
  private enum State {
    OFF,
    STARTING,
    READY
  }

  private final HpaRule rule;
  private final int cores;
  private final int initially;
  private final long period;
  private final long coldStart;
  private final State[] states;

  /** By replica: since when it counts for the utilization, and what it had computed until then. */
  private final long[] since;

  private final double[] heldBefore;

  /** The running and starting ones, the oldest first. */
  private final List<Integer> order = new ArrayList<>();

  /** When those that start are ready, the next first; some may have been given up. */
  private final Deque<Long> readyTimes = new ArrayDeque<>();

  private final LevelGauge running = new LevelGauge();
  private final List<ReplicaCount> changes = new ArrayList<>();
  private final long[] readyAt;
  private long nextSync;

  @SuppressWarnings("NullAway.Init") // managed before the first request
  private Cluster cluster;

  Scaling(Agenda agenda, Service service, Autoscaler autoscaler) {
    super(agenda);
    this.rule = new HpaRule(autoscaler, service.server().replicas());
    this.cores = service.server().cores();
    this.initially = service.server().replicas();
    this.period = autoscaler.syncPeriod().toNanos();
    this.coldStart = autoscaler.coldStart().toNanos();
    this.states = new State[autoscaler.max()];
    this.since = new long[states.length];
    this.heldBefore = new double[states.length];
    this.readyAt = new long[states.length];
  }

  /** Takes charge of the replicas. */
  void manage(Cluster itsCluster) {
    cluster = itsCluster;
    for (int i = 0; i < states.length; i++) {
      boolean runs = i < initially;
      states[i] = runs ? State.READY : State.OFF;
      cluster.setMember(i, runs);
      if (runs) {
        order.add(i);
      }
    }
    nextSync = period;
    note(0);
    scheduleNext();
  }

  private void scheduleNext() {
    schedule(readyTimes.isEmpty() ? nextSync : Math.min(nextSync, readyTimes.getFirst()));
  }

  @Override
  public void fire(long now) {
    if (!readyTimes.isEmpty() && readyTimes.getFirst() == now) {
      readyTimes.removeFirst();
      startedAt(now);
    }
    if (now == nextSync) {
      nextSync += period;
      scaleTo(decide(now), now);
    }
    scheduleNext();
  }

  private void startedAt(long now) {
    for (int replica : order) {
      if (states[replica] == State.STARTING && readyAt[replica] == now) {
        ready(replica, now);
      }
    }
    note(now);
  }

  private void ready(int replica, long now) {
    states[replica] = State.READY;
    since[replica] = now;
    heldBefore[replica] = coreNanos(replica, now);
    cluster.setMember(replica, true);
  }

  private int decide(long now) {
    int ready = 0;
    double utilization = 0;
    for (int replica : order) {
      if (states[replica] == State.READY && since[replica] < now) {
        double held = coreNanos(replica, now);
        utilization += (held - heldBefore[replica]) / ((double) cores * (now - since[replica]));
        heldBefore[replica] = held;
        since[replica] = now;
        ready++;
      }
    }
    return rule.decide(now, ready, order.size() - ready, ready == 0 ? 0 : utilization / ready);
  }

  private void scaleTo(int wanted, long now) {
    if (wanted == order.size()) {
      return;
    }
    while (order.size() < wanted) {
      start(leastBusyOff(), now);
    }
    while (order.size() > wanted) {
      int replica = order.remove(order.size() - 1);
      states[replica] = State.OFF;
      cluster.setMember(replica, false);
    }
    note(now);
  }

  private void start(int replica, long now) {
    order.add(replica);
    if (coldStart == 0) {
      ready(replica, now);
      return;
    }
    states[replica] = State.STARTING;
    readyAt[replica] = now + coldStart;
    if (readyTimes.isEmpty() || readyTimes.getLast() != readyAt[replica]) {
      readyTimes.addLast(readyAt[replica]);
    }
  }

  private int leastBusyOff() {
    int least = -1;
    for (int i = 0; i < states.length; i++) {
      boolean isOff = states[i] == State.OFF;
      if (isOff && (least < 0 || inside(i) < inside(least))) {
        least = i;
      }
    }
    return least;
  }

  private double coreNanos(int replica, long now) {
    return cluster.replicas().get(replica).coreNanos(now);
  }

  private int inside(int replica) {
    return cluster.replicas().get(replica).inside();
  }

  private void note(long now) {
    running.set(now, order.size());
    int ready = (int) order.stream().filter(each -> states[each] == State.READY).count();
    ReplicaCount count = new ReplicaCount(now / NANOS_PER_SECOND, order.size(), ready);
    changes.add(count);
  }

  /** The end of the warm-up. */
  void restart(long now) {
    running.restart(now);
  }

  /** Replicas that run or start, up to a time. */
  Level running(long now) {
    return running.read(now);
  }

  /** How many there were from when on, warm-up included. */
  List<ReplicaCount> changes() {
    return List.copyOf(changes);
  }
}
