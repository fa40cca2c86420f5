package dev.fastsim.metrics;

/**
 * One endpoint in one replication.
 *
 * @param name of the endpoint
 * @param outcomes of the requests that arrived in the measured time
 * @param latency of those that completed
 * @param throughput requests completed in the measured time, per second
 * @param breakdown where the completed requests spent their time
 */
public record EndpointRun(
    String name,
    Outcomes outcomes,
    TimeDistribution latency,
    double throughput,
    TimeBreakdown breakdown) {}
