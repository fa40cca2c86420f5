package dev.fastsim.junit.engine;

import dev.fastsim.experiment.CostResult;
import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.experiment.WarmUp;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Durations;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Results as text, for reports: {@code p95 = 163.2 ms (95% CI 161.0 ms .. 165.4 ms)}. */
final class Figures {

  private final Map<String, String> texts = new LinkedHashMap<>();

  private Figures() {}

  /** What is measured of a spec as a whole. */
  static Map<String, String> of(SimulationResult result) {
    Figures figures = new Figures();
    figures.texts.put(
        "runs",
        "%d of %s, seed %d"
            .formatted(
                result.runs().size(),
                Durations.format((double) result.scenario().runs().duration().toNanos()),
                result.scenario().runs().seed()));
    figures.warmUp(result);
    figures.rate("throughput", result.throughput());
    figures.share("error rate", result.errorRate());
    result.cost().ifPresent(figures::cost);
    boolean several = result.servers().size() > 1;
    for (ServerResult server : result.servers()) {
      figures.service(server, several ? server.name() + " " : "");
    }
    return figures.texts;
  }

  private void cost(CostResult cost) {
    texts.put("cost per request", text(cost.perRequest(), Dollars::format));
    texts.put("cost per month", text(cost.perMonth(), Dollars::format));
  }

  private void warmUp(SimulationResult result) {
    if (result.warmUp().origin() != WarmUp.Origin.GIVEN && !result.warmUp().length().isZero()) {
      texts.put(
          "warm-up",
          "first %s removed".formatted(Durations.format(result.warmUp().length().toNanos())));
    }
    if (!result.warnings().isEmpty()) {
      texts.put("warning", String.join("; ", result.warnings()));
    }
  }

  /** What is measured of an endpoint. */
  static Map<String, String> of(EndpointResult endpoint) {
    Figures figures = new Figures();
    figures.texts.put("latency", latency(endpoint.latency()));
    figures.rate("throughput", endpoint.throughput());
    figures.share("error rate", endpoint.errorRate());
    figures.texts.put("requests", Counts.format(endpoint.outcomes().offered()));
    return figures.texts;
  }

  /** What is measured of a service; which one is only said where there are several. */
  private void service(ServerResult server, String prefix) {
    share(prefix + "cpu utilization", server.cpuUtilization());
    share(prefix + "ram utilization", server.ramUtilization());
    for (PoolResult pool : server.pools()) {
      share(prefix + "pool " + pool.pool().name() + " utilization", pool.utilization());
    }
    time(prefix + "ready-queue lag p99", server.readyQueueLag().p99());
  }

  /** A verdict with what was measured for it: {@code PASS, was 9.70 ms (95% CI ...)}. */
  static String of(Verdict verdict) {
    return "%s, was %s"
        .formatted(verdict.decision(), text(verdict.measured(), verdict.objective()::valueText));
  }

  private static String latency(TimeEstimates latency) {
    return "mean %s, p50 %s, p95 %s, p99 %s, max %s"
        .formatted(
            time(latency.mean().value()),
            time(latency.p50().value()),
            time(latency.p95().value()),
            time(latency.p99().value()),
            time(latency.pooled().max()));
  }

  private void time(String name, Estimate estimate) {
    texts.put(name, text(estimate, Figures::time));
  }

  private void rate(String name, Estimate estimate) {
    texts.put(name, text(estimate, Rates::format));
  }

  /** Left out where there is nothing to share, such as memory without limit. */
  private void share(String name, Estimate estimate) {
    if (!estimate.isUnknown()) {
      texts.put(name, text(estimate, Shares::format));
    }
  }

  private static String time(double seconds) {
    return Durations.format(seconds * 1e9);
  }

  private static String text(Estimate estimate, DoubleFunction<String> format) {
    return format.apply(estimate.value())
        + estimate.intervalText(format).map(" (%s)"::formatted).orElse("");
  }
}
