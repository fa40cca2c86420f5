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
   * A call of a language model, which gives the core back. It takes the time to the first token,
   * and then a time for each token of the answer.
   *
   * @param name of the step
   * @param model which language model; text for people
   * @param provider who serves it, and within what limits
   * @param inputTokens of the prompt; drawn values are rounded
   * @param outputTokens of the answer; drawn values are rounded
   * @param firstToken from the beginning of the call to the first token, in seconds
   * @param perOutputToken for each token of the answer, in seconds; drawn once for a call
   * @param prices of the tokens
   */
  record Llm(
      String name,
      String model,
      LlmProvider provider,
      Distribution inputTokens,
      Distribution outputTokens,
      Distribution firstToken,
      Distribution perOutputToken,
      TokenPrices prices)
      implements Step {
    public Llm {
      Check.name("an LLM step", name);
      Check.name("a model", model);
    }
  }

  /**
   * A call of another service's endpoint, and the wait for its answer. The core is released
   * meanwhile; memory is kept, and so is the connection, if one is taken. The callee's own balancer
   * picks one of its replicas. A call that fails there fails the caller's request the same way.
   *
   * @param name of the step
   * @param service that is called
   * @param endpoint of that service
   * @param latency of the link between the two, each way, in seconds
   * @param pool name of the caller's pool a connection is taken from, if one is needed
   */
  record Call(
      String name, String service, String endpoint, Distribution latency, Optional<String> pool)
      implements Step {
    public Call {
      Check.name("a call", name);
    }

    /** What a call is named that is given no name. */
    public static String usualName(String service, String endpoint) {
      return "call " + service + " " + endpoint;
    }
  }

  /** The pool a connection is taken from, if one is needed. */
  default Optional<String> connectionPool() {
    if (this instanceof Io io) {
      return io.pool();
    }
    return this instanceof Call call ? call.pool() : Optional.empty();
  }

  /** What it takes, or a part of it, in seconds; nothing for memory, which takes no time. */
  default Optional<Distribution> duration() {
    if (this instanceof Cpu cpu) {
      return Optional.of(cpu.time());
    } else if (this instanceof Io io) {
      return Optional.of(io.time());
    } else if (this instanceof Llm llm) {
      return Optional.of(llm.firstToken());
    }
    return this instanceof Call call ? Optional.of(call.latency()) : Optional.empty();
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
