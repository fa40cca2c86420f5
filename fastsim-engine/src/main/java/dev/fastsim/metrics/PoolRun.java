package dev.fastsim.metrics;

import java.util.List;

/**
 * One connection pool in one replication.
 *
 * @param name of the pool
 * @param inUse connections in use, one level for each replica
 * @param waiting requests waiting for a connection, one level for each replica
 * @param timeouts waits that ended without a connection in the measured time, over all replicas
 */
public record PoolRun(String name, List<Level> inUse, List<Level> waiting, long timeouts) {}
