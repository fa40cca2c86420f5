package dev.fastsim.simulation;

import java.util.Arrays;

/** A request inside the service. When it has ended, the object serves another one. */
final class Request {

  /** The replica of a request that is inside none. */
  static final int NOWHERE = -1;

  /** The replica of a request that was killed there, while something is still to forget it. */
  static final int DEAD = -2;

  /** The arrival of a request that has ended. */
  private static final long ENDED = -1;

  private static final long[] NOTHING = new long[0];
  private static final double[] NO_LUCK = new double[0];

  /** Its number among the {@link Requests}. */
  final int number;

  /** Time it has waited for each kind of pool. */
  final long[] poolWaits;

  /** Latencies that were drawn ahead for the links on the way out. */
  final long[] latencyDrawn;

  /** What was drawn ahead to decide on losses on these links. */
  final double[] luckDrawn;

  /** The endpoint that the client called. */
  int endpoint;

  /** The number of the replica it is inside, or {@link #NOWHERE} or {@link #DEAD}. */
  int replica;

  boolean holdsCore;

  /** Whether it waits for I/O without holding a core. */
  boolean awaitsIo;

  long arrival = ENDED;

  /** When the current wait began. */
  long since;

  /** When it left the node before the one it is at, or on the way to. */
  long sent;

  /** Bytes of memory it needs. */
  long ram;

  /** Time on links so far. */
  long network;

  /** Time in ready queues so far. */
  long readyWait;

  /** Time it has waited for memory so far. */
  long memoryWait;

  /** Time lost to slow cores so far. */
  long slowdownWait;

  /** Time it has waited for permits of limiters so far. */
  long limiterWait;

  /** Recorded steps. */
  int length;

  /** Index of the next step in the trace. */
  int position;

  private long[] trace;

  Request(int number, int pools, int drawnLatencies, int drawnLucks, int expectedSteps) {
    this.number = number;
    this.poolWaits = pools == 0 ? NOTHING : new long[pools];
    this.latencyDrawn = drawnLatencies == 0 ? NOTHING : new long[drawnLatencies];
    this.luckDrawn = drawnLucks == 0 ? NO_LUCK : new double[drawnLucks];
    this.trace = new long[expectedSteps];
  }

  /** It arrives, with an empty trace. */
  void begin(int calledEndpoint, long now) {
    endpoint = calledEndpoint;
    arrival = now;
    replica = NOWHERE;
    holdsCore = false;
    awaitsIo = false;
    ram = 0;
    network = 0;
    readyWait = 0;
    memoryWait = 0;
    slowdownWait = 0;
    limiterWait = 0;
    length = 0;
    position = 0;
    if (poolWaits.length > 0) {
      Arrays.fill(poolWaits, 0);
    }
  }

  /** It has ended. */
  void end() {
    arrival = ENDED;
  }

  /** Whether it has arrived and not ended. */
  boolean isOpen() {
    return arrival != ENDED;
  }

  /** It needs more memory. */
  void addRam(long bytes) {
    ram = saturatedSum(ram, bytes);
  }

  static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** Appends a step to the trace; see {@link Trace}. */
  void append(long word) {
    int at = length;
    traceFor(at + 1)[at] = word;
    length = at + 1;
  }

  /** The trace, with room for so many steps. */
  long[] traceFor(int steps) {
    if (steps > trace.length) {
      trace = Arrays.copyOf(trace, Math.max(steps, 2 * trace.length));
    }
    return trace;
  }

  /** A step of the trace; see {@link Trace}. */
  long step(int at) {
    return trace[at];
  }

  /** Reads a word of each part of it; what comes of it has no meaning. */
  long fetch() {
    return trace[0] + arrival + position;
  }

  /** Whether it has taken all its steps. */
  boolean isServed() {
    return position == length;
  }

  /**
   * Adds the time of each step to the step's cell, and what was spent elsewhere to those that
   * follow, in the order of {@link dev.fastsim.scenario.WaitNames#all}.
   */
  void addTimes(double[] cells, int steps) {
    long[] words = trace;
    for (int i = 0; i < length; i++) {
      cells[Trace.step(words[i])] += Trace.nanos(words[i]);
    }
    if (network != 0) {
      cells[steps] += network;
    }
    cells[steps + 1] += readyWait;
    if (memoryWait != 0) {
      cells[steps + 2] += memoryWait;
    }
    if (slowdownWait != 0) {
      cells[steps + 3] += slowdownWait;
    }
    if (limiterWait != 0) {
      cells[steps + 4] += limiterWait;
    }
    for (int i = 0; i < poolWaits.length; i++) {
      cells[steps + 5 + i] += poolWaits[i];
    }
  }
}
