package dev.fastsim.experiment;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Server;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the replications show of the server: means over its replicas. */
public final class ServerResult {

  private final SimulationResult result;
  private final Server server;

  ServerResult(SimulationResult result) {
    this.result = result;
    this.server = result.scenario().server();
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

  /** Time from when a request could compute to when it gets a core. */
  public TimeEstimates readyQueueLag() {
    return new TimeEstimates(result, RunResult::readyQueueLag);
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

  /** The largest value seen in any replica and replication. */
  public double max(Function<ReplicaRun, Level> level) {
    return result.runs().stream()
        .flatMap(run -> run.replicas().stream())
        .mapToDouble(replica -> level.apply(replica).max())
        .max()
        .orElse(Double.NaN);
  }

  private Estimate mean(ToDoubleFunction<ReplicaRun> metric) {
    return result.estimate(
        run -> run.replicas().stream().mapToDouble(metric).average().orElse(Double.NaN));
  }
}
