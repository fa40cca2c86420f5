package dev.fastsim.simulation;

import dev.fastsim.kernel.IntQueue;
import dev.fastsim.scenario.SimulationException;
import java.util.Arrays;

/**
 * The requests inside the service, in slots that are used again. Columns are plain arrays; a
 * column's field must be read anew after {@link #open}, which may replace it.
 */
final class Requests {

  /** Waits that are told apart before those for pools; see {@link #addWait}. */
  static final int WAIT_READY = 0;

  static final int WAIT_MEMORY = 1;
  static final int WAIT_SLOWDOWN = 2;
  static final int WAIT_POOL = 3;

  /** The replica of a request that is inside none. */
  static final int NOWHERE = -1;

  /** The replica of a request that was killed there, while something is still to forget it. */
  static final int DEAD = -2;

  /** Beyond this the model is so overloaded that its numbers mean nothing. */
  private static final int MOST = 1 << 20;

  private static final long[] NO_TRACE = new long[0];

  private final int waitKinds;
  private final int drawnAhead;
  private final IntQueue free = new IntQueue();
  private int used;

  int[] endpoint = new int[0];
  int[] replica = new int[0];
  boolean[] holdsCore = new boolean[0];

  /** Bytes of memory the request needs. */
  long[] ram = new long[0];

  long[] arrival = new long[0];

  /** When the current wait began. */
  long[] since = new long[0];

  /** When it left the node before the one it is at, or on the way to. */
  long[] sent = new long[0];

  /** Time on links so far. */
  long[] network = new long[0];

  /** Whether the request waits for I/O without holding a core. */
  boolean[] awaitsIo = new boolean[0];

  /** Latencies on the way out that are drawn ahead, those of one request side by side. */
  long[] latencyDrawn = new long[0];

  /** What decides on losses on the way out, likewise. */
  double[] luckDrawn = new double[0];

  /** The recorded steps; see {@link Trace}. */
  long[][] trace = new long[0][];

  int[] length = new int[0];

  /** Index of the next step in the trace. */
  int[] position = new int[0];

  private long[] waits = new long[0];

  /**
   * Makes room for requests.
   *
   * @param pools kinds of pools they may wait for
   * @param drawnAhead links whose latency and loss are drawn when a request arrives, to be used
   *     when it leaves
   */
  Requests(int pools, int drawnAhead) {
    this.waitKinds = WAIT_POOL + pools;
    this.drawnAhead = drawnAhead;
  }

  /** Takes a slot for a request that arrives now, with an empty trace. */
  int open(int endpointIndex, long now) {
    int slot;
    if (free.isEmpty()) {
      if (used == arrival.length) {
        grow();
      }
      slot = used++;
      trace[slot] = NO_TRACE;
    } else {
      slot = free.poll();
    }
    endpoint[slot] = endpointIndex;
    arrival[slot] = now;
    replica[slot] = NOWHERE;
    network[slot] = 0;
    awaitsIo[slot] = false;
    holdsCore[slot] = false;
    ram[slot] = 0;
    length[slot] = 0;
    position[slot] = 0;
    Arrays.fill(waits, slot * waitKinds, (slot + 1) * waitKinds, 0);
    return slot;
  }

  /** Gives a slot back. */
  void close(int slot) {
    arrival[slot] = -1;
    free.add(slot);
  }

  /** Ends a request whose slot something still refers to; see {@link #bury}. */
  void kill(int slot) {
    arrival[slot] = -1;
    replica[slot] = DEAD;
  }

  /** Gives a killed request's slot back, now that nothing refers to it. */
  void bury(int slot) {
    free.add(slot);
  }

  /** One more than the highest slot ever used. */
  int slots() {
    return used;
  }

  /** Whether a request is in the slot. */
  boolean isOpen(int slot) {
    return arrival[slot] >= 0;
  }

  /** Appends a step to the trace. */
  void append(int slot, long word) {
    long[] words = trace[slot];
    int at = length[slot];
    if (at == words.length) {
      words = Arrays.copyOf(words, Math.max(8, 2 * at));
      trace[slot] = words;
    }
    words[at] = word;
    length[slot] = at + 1;
  }

  /** The request has waited. */
  void addWait(int slot, int kind, long nanos) {
    waits[slot * waitKinds + kind] += nanos;
  }

  /** Time the request has waited so far. */
  long waited(int slot, int kind) {
    return waits[slot * waitKinds + kind];
  }

  private void grow() {
    int capacity = Math.min(MOST, Math.max(64, 2 * arrival.length));
    if (capacity == arrival.length) {
      throw new SimulationException(
          MOST
              + " requests are inside the service at once: more arrive than it can serve, so that"
              + " queues grow without end. Lower the traffic, add cores or replicas, or limit the"
              + " queue with maxQueue or a rate limiter");
    }
    endpoint = Arrays.copyOf(endpoint, capacity);
    replica = Arrays.copyOf(replica, capacity);
    holdsCore = Arrays.copyOf(holdsCore, capacity);
    ram = Arrays.copyOf(ram, capacity);
    arrival = Arrays.copyOf(arrival, capacity);
    since = Arrays.copyOf(since, capacity);
    sent = Arrays.copyOf(sent, capacity);
    network = Arrays.copyOf(network, capacity);
    awaitsIo = Arrays.copyOf(awaitsIo, capacity);
    latencyDrawn = Arrays.copyOf(latencyDrawn, capacity * drawnAhead);
    luckDrawn = Arrays.copyOf(luckDrawn, capacity * drawnAhead);
    trace = Arrays.copyOf(trace, capacity);
    length = Arrays.copyOf(length, capacity);
    position = Arrays.copyOf(position, capacity);
    waits = Arrays.copyOf(waits, capacity * waitKinds);
  }
}
