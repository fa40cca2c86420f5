package dev.fastsim.simulation;

import dev.fastsim.kernel.IntQueue;
import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.scenario.Concurrency;

/** The threads of a replica, and the accept queue of requests that wait for one. */
final class Threads {

  private final Replica replica;
  private final Requests requests;
  private final int threads;
  private final int mostWaiting;
  private final IntQueue waiting = new IntQueue();
  private int free;
  private boolean granting;

  final LevelGauge inUse = new LevelGauge();
  final LevelGauge queue = new LevelGauge();

  Threads(Replica replica, Requests requests, Concurrency.ThreadPool pool) {
    this.replica = replica;
    this.requests = requests;
    this.threads = pool.threads();
    this.mostWaiting = pool.acceptQueue();
    this.free = threads;
  }

  /** Whether a request would find neither a thread nor a place in the accept queue. */
  boolean refuse() {
    return free == 0 && waiting.size() >= mostWaiting;
  }

  /** Gives the request a thread at once and returns true, or lets it wait. */
  boolean take(Request request, long now) {
    if (free == 0 || !waiting.isEmpty()) {
      request.since = now;
      waiting.add(request.number);
      queue.add(now, 1);
      return false;
    }
    free--;
    inUse.add(now, 1);
    return true;
  }

  /** A request leaves its thread; the one who waits longest gets it. */
  void giveBack(long now) {
    free++;
    inUse.add(now, -1);
    if (granting) {
      return; // the loop below is already at it
    }
    granting = true;
    while (free > 0 && !waiting.isEmpty()) {
      Request next = requests.get(waiting.poll());
      queue.add(now, -1);
      next.threadWait += now - next.since;
      free--;
      inUse.add(now, 1);
      replica.start(next, now);
    }
    granting = false;
  }

  /** Forgets every request. */
  void clear(long now) {
    while (!waiting.isEmpty()) {
      waiting.poll();
    }
    free = threads;
    inUse.set(now, 0);
    queue.set(now, 0);
  }
}
