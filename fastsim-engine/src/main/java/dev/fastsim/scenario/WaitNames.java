package dev.fastsim.scenario;

import java.util.List;
import java.util.stream.Stream;

/** What results call the time a request spends outside its steps. No step may have such a name. */
public final class WaitNames {

  /** On links, from the clients' first to their last. */
  public static final String NETWORK = "network";

  /** From ready to running. */
  public static final String READY_QUEUE = "ready queue";

  /** Before the first step, until enough memory is free. */
  public static final String MEMORY = "memory wait";

  /** On a core that is slower than it should be. */
  public static final String SLOWDOWN = "cpu slowdown";

  /** Until a limiter has a permit. */
  public static final String LIMITER = "rate limiter wait";

  private WaitNames() {}

  /** Until a connection of the pool of this name is free. */
  public static String pool(String name) {
    return "pool " + name + " wait";
  }

  /** All of them: network, ready queue, memory, slowdown, limiter, then the pools in order. */
  public static List<String> all(List<String> pools) {
    return Stream.concat(
            Stream.of(NETWORK, READY_QUEUE, MEMORY, SLOWDOWN, LIMITER),
            pools.stream().map(WaitNames::pool))
        .toList();
  }
}
