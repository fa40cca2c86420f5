package dev.fastsim.scenario;

import dev.fastsim.random.Distribution;
import java.util.Optional;

/**
 * One thing a request does at the server. Steps are identified by name: two endpoints that use a
 * step of one name use the same step.
 */
public sealed interface Step {

  /** The name shown in results, unique among different steps of a scenario. */
  String name();

  /**
   * A burst of computation on one core.
   *
   * @param name of the step
   * @param time how long it takes, in seconds
   */
  record Cpu(String name, Distribution time) implements Step {
    public Cpu {
      Check.name("a CPU step", name);
    }
  }

  /**
   * A wait for something outside the process.
   *
   * @param name of the step
   * @param time how long the wait takes once a connection is held, in seconds
   * @param pool name of the pool a connection is taken from, if one is needed
   * @param blocking whether the core is held meanwhile
   */
  record Io(String name, Distribution time, Optional<String> pool, boolean blocking)
      implements Step {
    public Io {
      Check.name("an I/O step", name);
    }
  }

  /**
   * Memory in use while the request is served; takes no time.
   *
   * @param name of the step
   * @param bytes at least 0
   */
  record Ram(String name, long bytes) implements Step {
    public Ram {
      Check.name("a RAM step", name);
      Check.that(bytes >= 0, "memory must not be negative, but is %s B", bytes);
    }
  }
}
