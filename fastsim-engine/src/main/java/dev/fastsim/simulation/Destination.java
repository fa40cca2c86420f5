package dev.fastsim.simulation;

/** What requests reach by a {@link Route}. */
interface Destination {

  void arrive(Request request, long now);
}
