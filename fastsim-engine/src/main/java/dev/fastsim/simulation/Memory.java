package dev.fastsim.simulation;

import dev.fastsim.kernel.IntQueue;
import dev.fastsim.metrics.LevelGauge;

/** A replica's memory: a reservoir that requests draw from in the order they came. */
final class Memory {

  private final Replica replica;
  private final Requests requests;
  private final IntQueue waiting = new IntQueue();
  private final long bytes;
  private long free;
  private boolean granting;

  final LevelGauge inUse = new LevelGauge();
  final LevelGauge queue = new LevelGauge();

  Memory(Replica replica, Requests requests, long bytes) {
    this.replica = replica;
    this.requests = requests;
    this.bytes = bytes;
    this.free = bytes;
  }

  /** Whether a request of this size would have to wait. */
  boolean isShortFor(long bytes) {
    return bytes > 0 && (bytes > free || !waiting.isEmpty());
  }

  int waiting() {
    return waiting.size();
  }

  /** Takes the request's memory at once and returns true, or lets the request wait. */
  boolean take(Request request, long now) {
    long its = request.ram;
    if (isShortFor(its)) {
      request.since = now;
      waiting.add(request.number);
      queue.add(now, 1);
      return false;
    }
    if (its > 0) {
      free -= its;
      inUse.add(now, its);
    }
    return true;
  }

  /** Forgets every request. */
  void clear(long now) {
    while (!waiting.isEmpty()) {
      waiting.poll();
    }
    free = bytes;
    inUse.set(now, 0);
    queue.set(now, 0);
  }

  /**
   * Takes the request's memory back and starts those for whom it now suffices, the oldest first.
   */
  void giveBack(Request request, long now) {
    long its = request.ram;
    if (its == 0) {
      return;
    }
    free += its;
    inUse.add(now, -its);
    if (granting) {
      return; // the loop below is already at it
    }
    granting = true;
    while (!waiting.isEmpty() && requests.get(waiting.peek()).ram <= free) {
      Request next = requests.get(waiting.poll());
      queue.add(now, -1);
      next.memoryWait += now - next.since;
      free -= next.ram;
      inUse.add(now, next.ram);
      replica.proceed(next, now);
    }
    granting = false;
  }
}
