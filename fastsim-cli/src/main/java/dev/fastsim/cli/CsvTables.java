package dev.fastsim.cli;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.LinkResult;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a result as tables. Where a table is about endpoints, the row without a name is about all
 * of them together. Intervals are of 95% confidence.
 */
final class CsvTables {

  private static final String ALL = "";

  private CsvTables() {}

  /** Writes each table into a file of the directory. */
  static void write(SimulationResult result, Path directory) throws IOException {
    latency(result).write(directory.resolve("latency.csv"));
    requests(result).write(directory.resolve("requests.csv"));
    servers(result).write(directory.resolve("servers.csv"));
    pools(result).write(directory.resolve("pools.csv"));
    links(result).write(directory.resolve("links.csv"));
    throughput(result).write(directory.resolve("throughput.csv"));
  }

  private static CsvTable latency(SimulationResult result) {
    CsvTable table = new CsvTable("endpoint", "statistic", "value_s", "low_s", "high_s");
    latency(table, ALL, result.latency());
    for (EndpointResult endpoint : result.endpoints()) {
      latency(table, endpoint.name(), endpoint.latency());
    }
    return table;
  }

  private static void latency(CsvTable table, String endpoint, TimeEstimates latency) {
    statistic(table, endpoint, "mean", latency.mean());
    statistic(table, endpoint, "p50", latency.p50());
    statistic(table, endpoint, "p90", latency.p90());
    statistic(table, endpoint, "p95", latency.p95());
    statistic(table, endpoint, "p99", latency.p99());
    statistic(table, endpoint, "p99.9", latency.p999());
    statistic(table, endpoint, "max", latency.max());
  }

  private static void statistic(CsvTable table, String endpoint, String name, Estimate estimate) {
    table.row(endpoint, name, estimate.value(), estimate.low(), estimate.high());
  }

  private static CsvTable requests(SimulationResult result) {
    CsvTable table =
        new CsvTable(
            "endpoint",
            "offered",
            "completed",
            "dropped",
            "rejected",
            "timed_out",
            "in_flight",
            "throughput_per_s",
            "error_rate");
    requests(table, ALL, result.outcomes(), result.throughput(), result.errorRate());
    for (EndpointResult each : result.endpoints()) {
      requests(table, each.name(), each.outcomes(), each.throughput(), each.errorRate());
    }
    return table;
  }

  private static void requests(
      CsvTable table, String endpoint, Outcomes counts, Estimate throughput, Estimate errorRate) {
    table.row(
        endpoint,
        counts.offered(),
        counts.completed(),
        counts.dropped(),
        counts.rejected(),
        counts.timedOut(),
        counts.inFlight(),
        throughput.value(),
        errorRate.value());
  }

  private static CsvTable servers(SimulationResult result) {
    CsvTable table =
        new CsvTable(
            "server",
            "cpu_utilization",
            "ready_queue_mean",
            "ready_queue_max",
            "ready_queue_lag_mean_s",
            "ready_queue_lag_p50_s",
            "ready_queue_lag_p99_s",
            "io_in_flight_mean",
            "io_in_flight_max",
            "ram_mean_bytes",
            "ram_max_bytes",
            "thread_utilization",
            "accept_queue_mean",
            "accept_queue_max");
    for (ServerResult server : result.servers()) {
      TimeEstimates lag = server.readyQueueLag();
      table.row(
          server.name(),
          server.cpuUtilization().value(),
          server.readyQueueLength().value(),
          server.max(ReplicaRun::readyQueue),
          lag.mean().value(),
          lag.p50().value(),
          lag.p99().value(),
          server.ioInFlight().value(),
          server.max(ReplicaRun::ioInFlight),
          server.ramInUse().value(),
          server.max(ReplicaRun::ramBytes),
          server.threadUtilization().value(),
          server.acceptQueueLength().value(),
          server.max(ReplicaRun::acceptQueue));
    }
    return table;
  }

  private static CsvTable pools(SimulationResult result) {
    CsvTable table =
        new CsvTable(
            "server", "pool", "size", "utilization", "waiting_mean", "waiting_max", "timeouts");
    for (ServerResult server : result.servers()) {
      for (PoolResult pool : server.pools()) {
        table.row(
            server.name(),
            pool.pool().name(),
            pool.pool().size(),
            pool.utilization().value(),
            pool.waiting().value(),
            pool.max(PoolRun::waiting),
            pool.timeouts());
      }
    }
    return table;
  }

  private static CsvTable links(SimulationResult result) {
    CsvTable table = new CsvTable("link", "from", "to", "in_flight_mean", "lost");
    for (LinkResult link : result.links()) {
      table.row(
          link.link().name(),
          link.link().from(),
          link.link().to(),
          link.inFlight().value(),
          link.lost());
    }
    return table;
  }

  /** A row for each interval of each replication, from its start, warm-up included. */
  private static CsvTable throughput(SimulationResult result) {
    CsvTable table = new CsvTable("replication", "from_s", "to_s", "completed_per_s");
    for (RunResult run : result.runs()) {
      for (int i = 0; i < run.completionsPerSecond().size(); i++) {
        table.row(
            run.replication(),
            i * run.seriesSeconds(),
            (i + 1) * run.seriesSeconds(),
            run.completionsPerSecond().get(i));
      }
    }
    return table;
  }
}
