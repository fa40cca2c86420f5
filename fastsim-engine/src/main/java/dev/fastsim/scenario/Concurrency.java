package dev.fastsim.scenario;

import org.apiguardian.api.API;

/** How a replica works on several requests at once. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Concurrency {

  /**
   * One FIFO ready queue for all cores; a burst runs to its end. Requests without number may wait
   * for I/O; one that blocks holds its core.
   */
  record EventLoop() implements Concurrency {}

  /**
   * An event loop on each core, with a FIFO ready queue of its own. A request stays on the loop
   * that its connection belongs to, which may be any with the same chance, even while other loops
   * are idle.
   */
  record EventLoopPerCore() implements Concurrency {}

  /**
   * A request holds a thread from start to end, whatever it waits for; so no I/O holds a core,
   * blocking or not. What computes shares the cores equally (processor sharing): n bursts on c
   * cores each go on at the speed {@code min(1, c/n)}, as an operating system's scheduler lets
   * them.
   *
   * @param threads of each replica, at least 1
   * @param acceptQueue how many requests of one replica may wait for a thread before a new one is
   *     rejected, at least 0; {@link Integer#MAX_VALUE} for no limit
   */
  record ThreadPool(int threads, int acceptQueue) implements Concurrency {

    /** Tomcat's {@code maxThreads} of 200 and {@code acceptCount} of 100. */
    public static final ThreadPool DEFAULT = new ThreadPool(200, 100);

    public ThreadPool {
      Check.that(threads >= 1, "threads must be at least 1, but is %s", threads);
      Check.that(acceptQueue >= 0, "acceptQueue must not be negative, but is %s", acceptQueue);
    }

    /** The same pool with another number of threads. */
    public ThreadPool withThreads(int other) {
      return new ThreadPool(other, acceptQueue);
    }
  }

  /**
   * A thread for each request, as many as there are, on as many carriers as there are cores; a
   * burst runs to its end, and carriers serve first come, first served, as the scheduler of Java's
   * virtual threads does. Waiting for I/O gives the carrier back, unless the step pins it: this is
   * what a blocking step does.
   */
  record VirtualThreads() implements Concurrency {}
}
