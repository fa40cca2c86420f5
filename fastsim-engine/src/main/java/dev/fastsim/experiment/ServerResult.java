package dev.fastsim.experiment;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.ReplicaCount;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the replications show of a service's server: means over its replicas. */
public final class ServerResult {

  private final SimulationResult result;
  private final int index;
  private final Service service;
  private final Server server;

  ServerResult(SimulationResult result, int index) {
    this.result = result;
    this.index = index;
    this.service = result.scenario().services().get(index);
    this.server = service.server();
  }

  /** What was simulated. */
  public Service service() {
    return service;
  }

  /** The service's name. */
  public String name() {
    return service.name();
  }

  /** Share of time that cores are held, computing or blocked. */
  public Estimate cpuUtilization() {
    return mean(replica -> replica.coresHeld().mean() / server.cores());
  }

  /** Share of memory in use; NaN if memory has no limit. */
  public Estimate ramUtilization() {
    return mean(
        replica ->
            server.ramBytes() == Server.UNLIMITED
                ? Double.NaN
                : replica.ramBytes().mean() / server.ramBytes());
  }

  /**
   * Time that a burst of computing is ready and has no core: before it starts, or, where bursts
   * share cores, in all.
   */
  public TimeEstimates readyQueueLag() {
    return new TimeEstimates(result, run -> in(run).readyQueueLag());
  }

  /** Requests of one replica that are ready to compute but have no core. */
  public Estimate readyQueueLength() {
    return mean(replica -> replica.readyQueue().mean());
  }

  /** Requests of one replica that wait for I/O. */
  public Estimate ioInFlight() {
    return mean(replica -> replica.ioInFlight().mean());
  }

  /** Memory of one replica in use, in bytes. */
  public Estimate ramInUse() {
    return mean(replica -> replica.ramBytes().mean());
  }

  /** Requests of one replica that wait for memory. */
  public Estimate memoryQueueLength() {
    return mean(replica -> replica.memoryQueue().mean());
  }

  /** Replicas that run, or start. */
  public Estimate replicas() {
    return result.estimate(run -> in(run).running().mean());
  }

  /** The largest number of replicas that ran or started in any replication. */
  public double mostReplicas() {
    return result.runs().stream().mapToDouble(run -> in(run).running().max()).max().orElse(0);
  }

  /**
   * How many replicas there were from when on in the first replication, warm-up included; empty if
   * nothing scales them.
   */
  public List<ReplicaCount> scaling() {
    return in(result.runs().get(0)).scaling();
  }

  /** Share of threads that requests hold; NaN without a thread pool. */
  public Estimate threadUtilization() {
    return mean(
        replica ->
            server.concurrency() instanceof Concurrency.ThreadPool pool
                ? replica.threadsInUse().mean() / pool.threads()
                : Double.NaN);
  }

  /** Requests of one replica that wait for a thread. */
  public Estimate acceptQueueLength() {
    return mean(replica -> replica.acceptQueue().mean());
  }

  /** The largest value seen in any replica and replication. */
  public double max(Function<ReplicaRun, Level> level) {
    return result.runs().stream()
        .flatMap(run -> in(run).replicas().stream())
        .mapToDouble(replica -> level.apply(replica).max())
        .max()
        .orElse(Double.NaN);
  }

  /** The connection pools, in the service's order. */
  public List<PoolResult> pools() {
    return IntStream.range(0, service.pools().size())
        .mapToObj(pool -> new PoolResult(this, pool))
        .toList();
  }

  /**
   * One connection pool.
   *
   * @throws IllegalArgumentException if the service has none of this name; the message lists those
   *     it has
   */
  public PoolResult pool(String wanted) {
    return SimulationResult.named("pool", wanted, pools(), each -> each.pool().name(), name());
  }

  /**
   * The calls of other services that it serves, by endpoint in the service's order; empty if none
   * calls it.
   */
  public List<CallResult> calls() {
    return IntStream.range(0, in(result.runs().get(0)).calls().size())
        .mapToObj(endpoint -> new CallResult(this, endpoint))
        .toList();
  }

  SimulationResult result() {
    return result;
  }

  /** The service's part of a replication. */
  ServiceRun in(RunResult run) {
    return run.services().get(index);
  }

  private Estimate mean(ToDoubleFunction<ReplicaRun> metric) {
    return result.estimate(run -> in(run).perReplica(metric));
  }
}
