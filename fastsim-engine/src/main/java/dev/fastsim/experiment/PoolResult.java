package dev.fastsim.experiment;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.scenario.ConnectionPool;
import java.util.List;
import java.util.function.Function;

/** What the replications show of one connection pool: means over the replicas. */
public final class PoolResult {

  private final SimulationResult result;
  private final int index;

  PoolResult(SimulationResult result, int index) {
    this.result = result;
    this.index = index;
  }

  /** What was simulated. */
  public ConnectionPool pool() {
    return result.scenario().pools().get(index);
  }

  /** Share of connections in use. */
  public Estimate utilization() {
    int size = pool().size();
    return result.estimate(run -> average(run.pools().get(index).inUse()) / size);
  }

  /** Requests of one replica that wait for a connection. */
  public Estimate waiting() {
    return result.estimate(run -> average(run.pools().get(index).waiting()));
  }

  /** Waits that ended without a connection, over all replications. */
  public long timeouts() {
    return result.runs().stream().mapToLong(run -> run.pools().get(index).timeouts()).sum();
  }

  /** The largest value seen in any replica and replication. */
  public double max(Function<PoolRun, List<Level>> levels) {
    return result.runs().stream()
        .flatMap(run -> levels.apply(run.pools().get(index)).stream())
        .mapToDouble(Level::max)
        .max()
        .orElse(Double.NaN);
  }

  private static double average(List<Level> levels) {
    return levels.stream().mapToDouble(Level::mean).average().orElse(Double.NaN);
  }
}
