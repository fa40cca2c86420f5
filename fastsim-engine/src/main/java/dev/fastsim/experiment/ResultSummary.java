package dev.fastsim.experiment;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Server;
import dev.fastsim.theory.Theory;
import dev.fastsim.units.ByteSizes;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleFunction;

/** Says what a result shows, as text a person can read: estimates with their intervals. */
final class ResultSummary {

  private final SimulationResult result;
  private final TextTable table = new TextTable();

  private ResultSummary(SimulationResult result) {
    this.result = result;
  }

  /** The summary; lines end in a line feed. */
  static String of(SimulationResult result) {
    ResultSummary summary = new ResultSummary(result);
    summary.warnings();
    summary.requests();
    summary.latency();
    summary.endpoints();
    result.cost().ifPresent(summary::cost);
    result.servers().forEach(summary::server);
    summary.links();
    summary.faults();
    summary.theory();
    summary.assumptions();
    return summary.title() + summary.table.text();
  }

  private String title() {
    RunPlan plan = result.scenario().runs();
    return "%s: %s%s, seed %d\n\n"
        .formatted(
            result.scenario().name(),
            result.runsText(" of " + time(plan.duration())),
            warmUp(),
            plan.seed());
  }

  private String warmUp() {
    WarmUp warmUp = result.warmUp();
    if (warmUp.length().isZero()) {
      return "";
    }
    String first = ", the first " + time(warmUp.length());
    return switch (warmUp.origin()) {
      case GIVEN -> first + " not measured";
      case FOUND -> first + " removed as warm-up";
      case NOT_FOUND, FAULTS -> first + " removed";
    };
  }

  private static String time(Duration duration) {
    return Durations.format(duration.toNanos());
  }

  private void warnings() {
    List<String> warnings = result.warnings();
    if (!warnings.isEmpty()) {
      table.heading("warnings");
      warnings.forEach(table::line);
    }
  }

  private void requests() {
    Outcomes outcomes = result.outcomes();
    table.heading("requests, all runs together");
    table.row("offered", Counts.format(outcomes.offered()), "");
    outcome("completed", outcomes.completed(), outcomes);
    outcome("dropped", outcomes.dropped(), outcomes);
    outcome("rejected", outcomes.rejected(), outcomes);
    outcome("timed out", outcomes.timedOut(), outcomes);
    outcome("in flight at the end", outcomes.inFlight(), outcomes);
    estimate("throughput", result.throughput(), Rates::format);
    estimate("error rate", result.errorRate(), Shares::format);
  }

  private void outcome(String name, long count, Outcomes outcomes) {
    String share = count == 0 ? "" : Shares.format((double) count / outcomes.offered());
    table.row(name, Counts.format(count), share);
  }

  private void latency() {
    TimeEstimates latency = result.latency();
    table.heading("latency");
    seconds("mean", latency.mean());
    seconds("p50", latency.p50());
    seconds("p90", latency.p90());
    seconds("p95", latency.p95());
    seconds("p99", latency.p99());
    seconds("p99.9", latency.p999());
    table.row("max", seconds(latency.pooled().max()), "");
  }

  private void endpoints() {
    if (result.endpoints().size() < 2) {
      return;
    }
    table.heading("endpoints: throughput and latency");
    for (EndpointResult endpoint : result.endpoints()) {
      TimeEstimates latency = endpoint.latency();
      table.row(
          endpoint.name(),
          Rates.format(endpoint.throughput().value()),
          "p50 %s, p95 %s, p99 %s, errors %s"
              .formatted(
                  seconds(latency.p50().value()),
                  seconds(latency.p95().value()),
                  seconds(latency.p99().value()),
                  Shares.format(endpoint.errorRate().value())));
    }
  }

  private void cost(CostResult cost) {
    table.heading("cost");
    estimate("per request", cost.perRequest(), Dollars::format);
    estimate("per hour", cost.perHour(), Dollars::format);
    estimate("per month of 730 h", cost.perMonth(), Dollars::format);
  }

  private void server(ServerResult server) {
    table.heading("server %s: %s".formatted(server.name(), machines(server.service().server())));
    estimate("cpu utilization", server.cpuUtilization(), Shares::format);
    level("ready queue", server.readyQueueLength(), server.max(ReplicaRun::readyQueue));
    seconds("ready-queue lag p50", server.readyQueueLag().p50());
    seconds("ready-queue lag p99", server.readyQueueLag().p99());
    level("I/O in flight", server.ioInFlight(), server.max(ReplicaRun::ioInFlight));
    double mostMemory = server.max(ReplicaRun::ramBytes);
    if (mostMemory > 0) {
      table.row(
          "memory in use",
          ByteSizes.format(server.ramInUse().value()),
          "mean, max " + ByteSizes.format(mostMemory));
      level("waiting for memory", server.memoryQueueLength(), server.max(ReplicaRun::memoryQueue));
    }
    for (PoolResult pool : server.pools()) {
      String name = "pool " + pool.pool().name();
      estimate(name + " utilization", pool.utilization(), Shares::format);
      level(name + " waiting", pool.waiting(), pool.max(PoolRun::waiting));
      table.row(name + " timeouts", Counts.format(pool.timeouts()), "");
    }
  }

  private static String machines(Server server) {
    String replicas = server.replicas() == 1 ? "" : server.replicas() + " replicas of ";
    String cores = server.cores() + (server.cores() == 1 ? " core" : " cores");
    String memory =
        server.ramBytes() == Server.UNLIMITED ? "" : ", " + ByteSizes.format(server.ramBytes());
    return replicas + cores + memory;
  }

  private void links() {
    table.heading("links: connections in flight");
    for (LinkResult link : result.links()) {
      table.row(
          link.link().name(),
          number(link.inFlight().value()),
          "mean, lost %s".formatted(Counts.format(link.lost())));
    }
  }

  private void faults() {
    if (result.scenario().faults().isEmpty()) {
      return;
    }
    table.heading("faults");
    for (Fault fault : result.scenario().timeline()) {
      table.line(fault.periodText() + ": " + fault.text());
    }
  }

  private void theory() {
    Theory theory = result.theory();
    if (theory instanceof Theory.Known known) {
      table.heading("theory: %s (%s)".formatted(known.name(), known.source()));
      for (Theory.Prediction prediction : known.predictions()) {
        ComparedWithTheory compared = ComparedWithTheory.of(result, prediction);
        table.row(compared.label(), compared.expected(), compared.observed());
      }
    } else if (theory instanceof Theory.Unknown unknown) {
      table.heading("theory: no formula, since " + unknown.reason());
    }
  }

  private void assumptions() {
    List<String> assumptions = result.assumptions();
    if (!assumptions.isEmpty()) {
      table.heading("assumptions");
      assumptions.forEach(table::line);
    }
  }

  private void seconds(String label, Estimate estimate) {
    estimate(label, estimate, ResultSummary::seconds);
  }

  private void estimate(String label, Estimate estimate, DoubleFunction<String> format) {
    table.row(label, format.apply(estimate.value()), estimate.intervalText(format).orElse(""));
  }

  private void level(String label, Estimate mean, double max) {
    table.row(label, number(mean.value()), "mean, max " + Counts.format(Math.round(max)));
  }

  private static String seconds(double seconds) {
    return Durations.format(seconds * 1e9);
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "n/a"
        : new BigDecimal(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
