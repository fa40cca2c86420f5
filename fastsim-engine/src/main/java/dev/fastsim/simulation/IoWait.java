package dev.fastsim.simulation;

/** What a request waits in without holding a core: a step of I/O, or a call of another service. */
interface IoWait {

  /**
   * The request begins to wait, and has taken the step's first word from its trace.
   *
   * @param until when that word's time is over
   */
  void start(Request request, long until);
}
