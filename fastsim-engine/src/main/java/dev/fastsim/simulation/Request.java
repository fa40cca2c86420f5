package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

  /** The event loop it stays on, where a replica has several. */
  int loop;

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

  /** Time it has waited for a thread so far. */
  long threadWait;

  /** Time it has waited for memory so far. */
  long memoryWait;

  /** Time lost to slow cores so far. */
  long slowdownWait;

  /** When it asked for the call of a language model that it waits for. */
  long asked;

  /** What its calls of language models cost so far, in picodollars. */
  long spent;

  /** Time it has waited for permits of limiters so far. */
  long limiterWait;

  /** Recorded steps. */
  int length;

  /** Index of the next step in the trace. */
  int position;

  /** Time that other services have spent on it so far, by step; empty if none is ever called. */
  final long[] calledTimes;

  /** Whoever made the call that this request serves; null if it is a client's own. */
  @Nullable CallStation call;

  /** The number of the request that made the call. */
  int caller;

  /** What became of its latest call. */
  Outcome answer = Outcome.COMPLETED;

  private long[] trace;

  /** By index of the trace: input and output tokens of the call that begins there. */
  private long[] callTokens = NOTHING;

  Request(
      int number,
      int pools,
      int calledSteps,
      int drawnLatencies,
      int drawnLucks,
      int expectedSteps) {
    this.number = number;
    this.poolWaits = pools == 0 ? NOTHING : new long[pools];
    this.calledTimes = calledSteps == 0 ? NOTHING : new long[calledSteps];
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
    threadWait = 0;
    slowdownWait = 0;
    spent = 0;
    limiterWait = 0;
    length = 0;
    position = 0;
    if (poolWaits.length > 0) {
      Arrays.fill(poolWaits, 0);
    }
    if (calledTimes.length > 0) {
      Arrays.fill(calledTimes, 0);
    }
  }

  /** It serves a call. */
  void serves(CallStation station, int callerNumber) {
    call = station;
    caller = callerNumber;
  }

  /** It has ended. */
  void end() {
    arrival = ENDED;
    call = null;
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

  /** Appends the two steps of a call, and its tokens: at most 2^30 of each. */
  void appendCall(long firstToken, long output, long inputTokens, long outputTokens) {
    int at = length;
    append(firstToken);
    append(output);
    if (callTokens.length < length) {
      callTokens = Arrays.copyOf(callTokens, Math.max(length, 2 * callTokens.length));
    }
    callTokens[at] = inputTokens << Integer.SIZE | outputTokens;
  }

  /** Tokens of the prompt of the call that is its next step. */
  long inputTokens() {
    return callTokens[position] >>> Integer.SIZE;
  }

  /** Tokens of the answer. */
  long outputTokens() {
    return callTokens[position] & 0xFFFF_FFFFL;
  }

  /** Tokens of both. */
  long tokens() {
    return inputTokens() + outputTokens();
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
    if (threadWait != 0) {
      cells[steps + 4] += threadWait;
    }
    if (limiterWait != 0) {
      cells[steps + 5] += limiterWait;
    }
    for (int i = 0; i < poolWaits.length; i++) {
      cells[steps + 6 + i] += poolWaits[i];
    }
    for (int i = 0; i < calledTimes.length; i++) {
      cells[i] += calledTimes[i];
    }
  }

  /** A call has ended: where its time went is where the time of this request went. */
  void addCall(Request served) {
    for (int i = 0; i < served.position; i++) {
      calledTimes[Trace.step(served.trace[i])] += Trace.nanos(served.trace[i]);
    }
    for (int i = 0; i < calledTimes.length; i++) {
      calledTimes[i] += served.calledTimes[i];
    }
    readyWait += served.readyWait;
    memoryWait += served.memoryWait;
    slowdownWait += served.slowdownWait;
    threadWait += served.threadWait;
    limiterWait += served.limiterWait;
    for (int i = 0; i < poolWaits.length; i++) {
      poolWaits[i] += served.poolWaits[i];
    }
  }
}
