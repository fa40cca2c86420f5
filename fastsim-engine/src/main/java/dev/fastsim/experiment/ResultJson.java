package dev.fastsim.experiment;

import dev.fastsim.metrics.LinkRun;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeBreakdown;
import java.util.function.Function;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a result as JSON. Unknown numbers are null; counts are sums over the replications. */
final class ResultJson {

  /**
   * Java 19 changed how doubles are written; Jackson's own writer is the same everywhere. So is a
   * line feed, where Jackson would take the system's line separator.
   */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private ResultJson() {}

  static String write(SimulationResult result) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("schema", "fastsim-result/1");
    json.put("scenario", result.scenario().name());
    json.put("seed", result.scenario().runs().seed());
    json.put("replications", result.runs().size());
    number(json, "simulatedSeconds", result.scenario().runs().duration().toNanos() / 1e9);
    number(json, "warmUpSeconds", result.scenario().runs().warmUp().toNanos() / 1e9);
    json.put("events", result.runs().stream().mapToLong(RunResult::events).sum());
    outcomes(json.putObject("requests"), result.outcomes());
    estimate(json.putObject("throughput").put("unit", "1/s"), result.throughput());
    estimate(json.putObject("errorRate"), result.errorRate());
    estimate(json.putObject("requestsInside"), result.requestsInside());
    ObjectNode endpoints = json.putObject("endpoints");
    result.endpoints().forEach(each -> endpoint(endpoints.putObject(each.name()), each));
    server(json.putObject("server"), result.server());
    ObjectNode pools = json.putObject("pools");
    result.pools().forEach(each -> pool(pools.putObject(each.pool().name()), each));
    ObjectNode links = json.putObject("links");
    link(links.putObject("toServer"), result, RunResult::toServer);
    link(links.putObject("toClient"), result, RunResult::toClient);
    series(json.putObject("completionsPerSecond"), result);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static void endpoint(ObjectNode json, EndpointResult endpoint) {
    outcomes(json.putObject("requests"), endpoint.outcomes());
    times(json.putObject("latency"), endpoint.latency());
    estimate(json.putObject("throughput").put("unit", "1/s"), endpoint.throughput());
    estimate(json.putObject("errorRate"), endpoint.errorRate());
    TimeBreakdown breakdown = endpoint.breakdown();
    ObjectNode shares = json.putObject("timeBreakdown");
    shares(shares.putObject("all"), breakdown, 1);
    shares(shares.putObject("slowest5Percent"), breakdown, 0.05);
  }

  private static void server(ObjectNode json, ServerResult server) {
    estimate(json.putObject("cpuUtilization"), server.cpuUtilization());
    level(
        json.putObject("readyQueue"),
        server.readyQueueLength(),
        server.max(ReplicaRun::readyQueue));
    times(json.putObject("readyQueueLag"), server.readyQueueLag());
    level(json.putObject("ioInFlight"), server.ioInFlight(), server.max(ReplicaRun::ioInFlight));
    ObjectNode ram = json.putObject("ram").put("unit", "B");
    level(ram, server.ramInUse(), server.max(ReplicaRun::ramBytes));
    estimate(ram.putObject("utilization"), server.ramUtilization());
    level(
        json.putObject("memoryQueue"),
        server.memoryQueueLength(),
        server.max(ReplicaRun::memoryQueue));
  }

  private static void pool(ObjectNode json, PoolResult pool) {
    json.put("size", pool.pool().size());
    estimate(json.putObject("utilization"), pool.utilization());
    level(json.putObject("waiting"), pool.waiting(), pool.max(PoolRun::waiting));
    json.put("timeouts", pool.timeouts());
  }

  private static void link(
      ObjectNode json, SimulationResult result, Function<RunResult, LinkRun> link) {
    estimate(json.putObject("inFlight"), result.estimate(run -> link.apply(run).inFlight()));
    json.put("lost", result.runs().stream().mapToLong(run -> link.apply(run).lost()).sum());
  }

  private static void series(ObjectNode json, SimulationResult result) {
    RunResult first = result.runs().get(0);
    number(json, "intervalSeconds", first.seriesSeconds());
    var values = json.putArray("mean");
    for (int i = 0; i < first.completionsPerSecond().size(); i++) {
      int interval = i;
      values.add(result.estimate(run -> run.completionsPerSecond().get(interval)).value());
    }
  }

  private static void outcomes(ObjectNode json, Outcomes outcomes) {
    json.put("offered", outcomes.offered());
    json.put("completed", outcomes.completed());
    json.put("dropped", outcomes.dropped());
    json.put("rejected", outcomes.rejected());
    json.put("timedOut", outcomes.timedOut());
    json.put("inFlight", outcomes.inFlight());
  }

  private static void times(ObjectNode json, TimeEstimates times) {
    json.put("unit", "s");
    estimate(json.putObject("mean"), times.mean());
    estimate(json.putObject("p50"), times.p50());
    estimate(json.putObject("p90"), times.p90());
    estimate(json.putObject("p95"), times.p95());
    estimate(json.putObject("p99"), times.p99());
    estimate(json.putObject("p999"), times.p999());
    number(json.putObject("max"), "value", times.pooled().max());
  }

  private static void level(ObjectNode json, Estimate mean, double max) {
    estimate(json.putObject("mean"), mean);
    number(json, "max", max);
  }

  private static void shares(ObjectNode json, TimeBreakdown breakdown, double slowest) {
    breakdown.shares(slowest).forEach(share -> number(json, share.category(), share.share()));
  }

  private static void estimate(ObjectNode json, Estimate estimate) {
    number(json, "value", estimate.value());
    number(json, "low", estimate.low());
    number(json, "high", estimate.high());
  }

  private static void number(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.putNull(name);
    }
  }
}
