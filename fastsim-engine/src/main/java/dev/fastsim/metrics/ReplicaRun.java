package dev.fastsim.metrics;

/**
 * One replica in one replication.
 *
 * @param coresHeld cores computing or blocked
 * @param readyQueue requests ready to compute that have no core
 * @param ioInFlight requests waiting for I/O, without those waiting for a connection
 * @param ramBytes memory in use
 * @param memoryQueue requests waiting for memory
 * @param threadsInUse threads held by requests; 0 without a thread pool
 * @param acceptQueue requests waiting for a thread
 */
public record ReplicaRun(
    Level coresHeld,
    Level readyQueue,
    Level ioInFlight,
    Level ramBytes,
    Level memoryQueue,
    Level threadsInUse,
    Level acceptQueue) {}
