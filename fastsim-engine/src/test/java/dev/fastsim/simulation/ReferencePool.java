package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Fault;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** The connections of one replica. */
final class ReferencePool {

  private final ReferenceSimulator simulator;
  private final ReferenceReplica replica;
  private final int number;
  final ConnectionPool pool;
  private final ReferenceFaults<Fault.PoolShrink> shrinks;
  private int used;
  private final Deque<ReferenceRequest> waiting = new ArrayDeque<>();
  final Timeline inUse = new Timeline();
  final Timeline queue = new Timeline();
  long timeouts;

  /**
   * @param number over all pools, by service, replica and pool
   */
  ReferencePool(
      ReferenceSimulator simulator,
      ReferenceReplica replica,
      ConnectionPool pool,
      ReferenceFaults<Fault.PoolShrink> shrinks,
      int number) {
    this.simulator = simulator;
    this.replica = replica;
    this.pool = pool;
    this.shrinks = shrinks;
    this.number = number;
  }

  private long now() {
    return simulator.clock.now();
  }

  private int size() {
    return shrinks.activeAt(now()).stream()
        .mapToInt(Fault.PoolShrink::size)
        .reduce(pool.size(), Math::min);
  }

  void acquire(ReferenceRequest request) {
    if (used < size()) {
      used++;
      inUse.add(now(), 1);
      replica.waitForIo(request);
    } else if (pool.acquireTimeout().isZero()) {
      simulator.saw(Incident.TIMED_OUT_AT_ONCE, true);
      timeOut(request);
    } else {
      request.since = now();
      waiting.add(request);
      queue.add(now(), 1);
      int position = request.next;
      int services = request.services;
      simulator.clock.at(
          now() + pool.acquireTimeout().toNanos(),
          Kind.TIMEOUT,
          number,
          () ->
              request.services == services && request.next == position && waiting.contains(request),
          () -> {
            waiting.remove(request);
            queue.add(now(), -1);
            simulator.saw(Incident.TIMED_OUT_IN_POOL_QUEUE, true);
            timeOut(request);
          });
    }
  }

  private void timeOut(ReferenceRequest request) {
    timeouts += now() >= simulator.warmUp ? 1 : 0;
    replica.leave(request);
    simulator.end(request, Outcome.TIMED_OUT, now());
  }

  void release() {
    if (!waiting.isEmpty() && used <= size()) {
      grantFirst();
    } else {
      used--;
      inUse.add(now(), -1);
    }
  }

  /** Hands out what there is after the size has changed. */
  void resize() {
    simulator.saw(Incident.SHRUNK_POOL_IN_USE, used > size());
    while (!waiting.isEmpty() && used < size()) {
      used++;
      inUse.add(now(), 1);
      simulator.saw(Incident.CONNECTED_BY_GROWING_POOL, true);
      grantFirst();
    }
  }

  private void grantFirst() {
    ReferenceRequest first = waiting.remove();
    queue.add(now(), -1);
    long patience = pool.acquireTimeout().toNanos();
    simulator.saw(Incident.CONNECTED_AT_LAST, now() - first.since == patience);
    first.spend("pool " + pool.name() + " wait", now() - first.since);
    replica.waitForIo(first);
  }

  void empty() {
    simulator.saw(Incident.KILLED_IN_POOL_QUEUE, !waiting.isEmpty());
    inUse.add(now(), -used);
    used = 0;
    queue.add(now(), -waiting.size());
    waiting.clear();
  }
}
