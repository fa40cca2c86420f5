package dev.fastsim.junit.engine;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.sla.Verdict;
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

  /** What is measured of the service as a whole. */
  static Map<String, String> of(SimulationResult result) {
    Figures figures = new Figures();
    figures.texts.put("seed", Long.toString(result.scenario().runs().seed()));
    figures.texts.put("replications", Integer.toString(result.runs().size()));
    figures.rate("throughput", result.throughput());
    figures.share("error rate", result.errorRate());
    figures.share("cpu utilization", result.server().cpuUtilization());
    figures.share("ram utilization", result.server().ramUtilization());
    for (PoolResult pool : result.pools()) {
      figures.share("pool " + pool.pool().name() + " utilization", pool.utilization());
    }
    figures.time("ready-queue lag p99", result.server().readyQueueLag().p99());
    return figures.texts;
  }

  /** What is measured of an endpoint. */
  static Map<String, String> of(EndpointResult endpoint) {
    Figures figures = new Figures();
    TimeEstimates latency = endpoint.latency();
    figures.time("mean", latency.mean());
    figures.time("p50", latency.p50());
    figures.time("p90", latency.p90());
    figures.time("p95", latency.p95());
    figures.time("p99", latency.p99());
    figures.time("p99.9", latency.p999());
    figures.texts.put("max", time(latency.pooled().max()));
    figures.rate("throughput", endpoint.throughput());
    figures.share("error rate", endpoint.errorRate());
    figures.texts.put("requests", Long.toString(endpoint.outcomes().offered()));
    return figures.texts;
  }

  /** What was measured for a verdict. */
  static String of(Verdict verdict) {
    return text(verdict.measured(), verdict.objective()::valueText);
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
    String value = format.apply(estimate.value());
    if (!Double.isFinite(estimate.low()) || estimate.low() == estimate.high()) {
      return value;
    }
    return "%s (95%% CI %s .. %s)"
        .formatted(value, format.apply(Math.max(0, estimate.low())), format.apply(estimate.high()));
  }
}
