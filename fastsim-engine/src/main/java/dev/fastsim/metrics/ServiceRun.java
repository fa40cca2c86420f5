package dev.fastsim.metrics;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One service in one replication.
 *
 * @param name of the service
 * @param replicas each of them, also those that ran only for a while or not at all
 * @param running how many ran, or started
 * @param scaling how many there were from when on, warm-up included; empty if nothing scales them
 * @param readyQueueLag time from ready to running, over all replicas
 * @param pools in the service's order
 * @param calls what becomes of other services' calls, by endpoint in the service's order, timed
 *     from when they reach the service to when it answers; empty if none calls it
 */
public record ServiceRun(
    String name,
    List<ReplicaRun> replicas,
    Level running,
    List<ReplicaCount> scaling,
    TimeDistribution readyQueueLag,
    List<PoolRun> pools,
    List<EndpointRun> calls) {

  /** The mean over the replicas of what each measured, those that ran for a while in proportion. */
  public double perReplica(ToDoubleFunction<ReplicaRun> measure) {
    return replicas.stream().mapToDouble(measure).sum() / running.mean();
  }
}
