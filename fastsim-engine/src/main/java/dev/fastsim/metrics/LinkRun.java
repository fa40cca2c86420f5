package dev.fastsim.metrics;

/**
 * One link in one replication.
 *
 * @param name of the link
 * @param inFlight messages on the way, averaged over the measured time
 * @param lost messages lost in the measured time
 */
public record LinkRun(String name, double inFlight, long lost) {}
