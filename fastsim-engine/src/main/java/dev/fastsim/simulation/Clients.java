package dev.fastsim.simulation;

/** Those who sent the requests, where they wait for them to end. */
interface Clients {

  /** They send on, whatever becomes of their requests. */
  Clients UNCONCERNED = (request, time) -> {};

  /** A request has ended, in whatever way, or is known to end at a time that lies ahead. */
  void ended(Request request, long time);
}
