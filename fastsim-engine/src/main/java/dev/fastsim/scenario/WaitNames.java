package dev.fastsim.scenario;

import java.util.List;
import java.util.stream.Stream;

/** What results call the time a request spends outside its steps. No step may have such a name. */
public final class WaitNames {

  /** On links, from the clients' first to their last. */
  public static final String NETWORK = "network";

  /** Ready to compute, but not computing: in the ready queue, or while others have the cores. */
  public static final String READY_QUEUE = "ready queue";

  /** Before the first step, until enough memory is free. */
  public static final String MEMORY = "memory wait";

  /** On a core that is slower than it should be. */
  public static final String SLOWDOWN = "cpu slowdown";

  /** In the accept queue, until a thread is free. */
  public static final String THREAD = "thread wait";

  /** Until a limiter has a permit. */
  public static final String LIMITER = "rate limiter wait";

  private WaitNames() {}

  /** Until a connection of the pool of this name is free. */
  public static String pool(String name) {
    return "pool " + name + " wait";
  }

  /** Until the limits of the provider of this name admit a call. */
  public static String provider(String name) {
    return "provider " + name + " wait";
  }

  /** Of a call of this LLM step, until its first token; not a wait, but a part of the step. */
  public static String firstToken(String step) {
    return step + " first token";
  }

  /** Of a call of this LLM step, from its first token to its last. */
  public static String output(String step) {
    return step + " output";
  }

  /**
   * All of them: network, ready queue, memory, slowdown, threads, limiter, then the pools in order.
   */
  public static List<String> all(List<String> pools) {
    return Stream.concat(
            Stream.of(NETWORK, READY_QUEUE, MEMORY, SLOWDOWN, THREAD, LIMITER),
            pools.stream().map(WaitNames::pool))
        .toList();
  }
}
