package dev.fastsim.metrics;

import java.util.List;

/**
 * One service in one replication.
 *
 * @param name of the service
 * @param replicas each of them
 * @param readyQueueLag time from ready to running, over all replicas
 * @param pools in the service's order
 * @param calls what becomes of other services' calls, by endpoint in the service's order, timed
 *     from when they reach the service to when it answers; empty if none calls it
 */
public record ServiceRun(
    String name,
    List<ReplicaRun> replicas,
    TimeDistribution readyQueueLag,
    List<PoolRun> pools,
    List<EndpointRun> calls) {}
