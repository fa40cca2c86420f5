package dev.fastsim.metrics;

/**
 * One direction of the network in one replication.
 *
 * @param inFlight mean number of messages on the way
 * @param lost messages lost in the measured time
 */
public record LinkRun(double inFlight, long lost) {}
