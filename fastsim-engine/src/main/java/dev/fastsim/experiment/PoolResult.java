package dev.fastsim.experiment;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.ConnectionPool;
import java.util.List;
import java.util.function.Function;

/** What the replications show of one connection pool: means over the replicas. */
public final class PoolResult {

  private final ServerResult server;
  private final int index;

  PoolResult(ServerResult server, int index) {
    this.server = server;
    this.index = index;
  }

  /** What was simulated. */
  public ConnectionPool pool() {
    return server.service().pools().get(index);
  }

  /** The server it belongs to. */
  public ServerResult server() {
    return server;
  }

  /** Share of connections in use. */
  public Estimate utilization() {
    int size = pool().size();
    return server.result().estimate(run -> perReplica(run, in(run).inUse()) / size);
  }

  /** Requests of one replica that wait for a connection. */
  public Estimate waiting() {
    return server.result().estimate(run -> perReplica(run, in(run).waiting()));
  }

  /** Waits that ended without a connection, over all replications. */
  public long timeouts() {
    return server.result().runs().stream().mapToLong(run -> in(run).timeouts()).sum();
  }

  /** The largest value seen in any replica and replication. */
  public double max(Function<PoolRun, List<Level>> levels) {
    return server.result().runs().stream()
        .flatMap(run -> levels.apply(in(run)).stream())
        .mapToDouble(Level::max)
        .max()
        .orElse(Double.NaN);
  }

  private PoolRun in(RunResult run) {
    return server.in(run).pools().get(index);
  }

  private double perReplica(RunResult run, List<Level> levels) {
    return levels.stream().mapToDouble(Level::mean).sum() / server.in(run).running().mean();
  }
}
