package dev.fastsim.metrics;

/**
 * How many replicas there are from a time on.
 *
 * @param seconds from the start of the replication
 * @param replicas that run, or start
 * @param ready those that take requests
 */
public record ReplicaCount(double seconds, int replicas, int ready) {}
