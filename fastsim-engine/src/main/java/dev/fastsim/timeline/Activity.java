package dev.fastsim.timeline;

/** What a request does, or waits for. */
public enum Activity {
  /** A message of it is on a link. */
  NETWORK("on the network"),
  /** It waits until enough memory is free. */
  MEMORY_WAIT("waiting for memory"),
  /** It could compute, but has no core yet. */
  READY("ready"),
  /** It computes on a core. */
  RUNNING("running"),
  /** It waits for I/O and holds its core meanwhile, so that nobody else can compute there. */
  BLOCKING_IO("blocking I/O"),
  /** It waits for I/O without holding a core. */
  IO("I/O"),
  /** It waits until a connection of a pool is free, with or without a core. */
  POOL_WAIT("waiting for a connection");

  private final String text;

  Activity(String text) {
    this.text = text;
  }

  /** In words: {@code blocking I/O}. */
  public String text() {
    return text;
  }
}
