package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.IntQueue;
import dev.fastsim.kernel.Station;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.scenario.ConnectionPool;
import java.time.Duration;

/** A connection pool of a replica. Its next time is when the longest wait runs out. */
final class Pool extends Station {

  enum Acquired {
    AT_ONCE,
    LATER,
    NEVER
  }

  /** Longer than any run, and short enough to be added to a time. */
  private static final Duration PATIENCE_MOST = Duration.ofDays(400);

  private final Replica replica;
  private final Requests requests;
  private final int index;
  private final long timeout;
  private final long warmUp;
  private final IntQueue waiting = new IntQueue();
  private int size;

  /** Negative while more connections are in use than the pool may have. */
  private int free;

  final LevelGauge inUse = new LevelGauge();
  final LevelGauge queue = new LevelGauge();
  long timeouts;

  Pool(
      Agenda agenda,
      Replica replica,
      Requests requests,
      ConnectionPool pool,
      int index,
      long warmUp) {
    super(agenda);
    this.replica = replica;
    this.requests = requests;
    this.index = index;
    this.timeout = nanos(pool.acquireTimeout());
    this.size = pool.size();
    this.free = size;
    this.warmUp = warmUp;
  }

  private static long nanos(Duration timeout) {
    return (timeout.compareTo(PATIENCE_MOST) > 0 ? PATIENCE_MOST : timeout).toNanos();
  }

  /** Gives the request a connection, now or later, or not at all. */
  Acquired acquire(Request request, long now) {
    if (free > 0 && waiting.isEmpty()) {
      free--;
      inUse.add(now, 1);
      return Acquired.AT_ONCE;
    }
    if (timeout == 0) {
      countTimeout(now);
      return Acquired.NEVER;
    }
    request.since = now;
    waiting.add(request.number);
    queue.add(now, 1);
    scheduleTimeout();
    return Acquired.LATER;
  }

  /** A connection comes back; the one who waits longest gets it. */
  void release(long now) {
    free++;
    inUse.add(now, -1);
    grant(now);
  }

  private void grant(long now) {
    while (free > 0 && !waiting.isEmpty()) {
      free--;
      inUse.add(now, 1);
      replica.connected(leaveQueue(now), now);
    }
  }

  /** Connections it may have at the time. */
  int size() {
    return size;
  }

  /** The pool has more connections from now on, or fewer. */
  void resize(int connections, long now) {
    free += connections - size;
    size = connections;
    grant(now);
  }

  /** Forgets every request. */
  void clear(long now) {
    while (!waiting.isEmpty()) {
      waiting.poll();
    }
    schedule(Agenda.NEVER);
    free = size;
    inUse.set(now, 0);
    queue.set(now, 0);
  }

  @Override
  public void fire(long now) {
    Request request = leaveQueue(now);
    countTimeout(now);
    replica.acquireTimedOut(request, now);
  }

  private Request leaveQueue(long now) {
    Request request = requests.get(waiting.poll());
    queue.add(now, -1);
    request.poolWaits[index] += now - request.since;
    scheduleTimeout();
    return request;
  }

  private void countTimeout(long now) {
    if (now >= warmUp) {
      timeouts++;
    }
  }

  /** Waits are of one length, so the oldest runs out first. */
  private void scheduleTimeout() {
    schedule(waiting.isEmpty() ? Agenda.NEVER : requests.get(waiting.peek()).since + timeout);
  }
}
