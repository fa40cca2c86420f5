package dev.fastsim.metrics;

import java.util.List;

/**
 * One service in one replication.
 *
 * @param name of the service
 * @param replicas each of them
 * @param readyQueueLag time from ready to running, over all replicas
 * @param pools in the service's order
 */
public record ServiceRun(
    String name, List<ReplicaRun> replicas, TimeDistribution readyQueueLag, List<PoolRun> pools) {}
