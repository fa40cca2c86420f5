package dev.fastsim.simulation;

/** Where a request goes next. */
interface Onward {

  /** Sends the request, which has left everything behind. */
  void send(Request request, long now);
}
