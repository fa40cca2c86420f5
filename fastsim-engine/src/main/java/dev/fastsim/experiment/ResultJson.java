package dev.fastsim.experiment;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Prices;
import dev.fastsim.theory.Theory;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a result as JSON. Unknown numbers are null; counts are means over the replications, and so
 * are means; percentiles are of all replications together.
 *
 * <p>The streaming writer is used because the tree model costs a cold test run a third of a second.
 */
final class ResultJson {

  /** Of what is written; docs/result-json.md says what each version holds. */
  static final int VERSION = 4;

  static final String SCHEMA = "fastsim-result/";

  private final JsonGenerator json;
  private final int replications;

  private ResultJson(JsonGenerator json, int replications) {
    this.json = json;
    this.replications = replications;
  }

  /**
   * The result as text.
   *
   * @param wall time the simulation took, if it is to be told
   */
  static String write(SimulationResult result, Optional<Duration> wall) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = IndentedJson.generator(text)) {
      json.writeStartObject();
      new ResultJson(json, result.runs().size()).result(result);
      wall.ifPresent(time -> json.writeNumberProperty("wallSeconds", seconds(time)));
      json.writeEndObject();
    }
    return text.toString();
  }

  private void result(SimulationResult result) {
    json.writeStringProperty("schema", SCHEMA + VERSION);
    json.writeStringProperty("scenario", result.scenario().name());
    json.writeNumberProperty("seed", result.scenario().runs().seed());
    json.writeNumberProperty("replications", replications);
    number("simulatedSeconds", seconds(result.scenario().runs().duration()));
    number("warmUpSeconds", seconds(result.warmUp().length()));
    json.writeStringProperty("warmUpOrigin", word(result.warmUp().origin()));
    json.writeNumberProperty("events", result.runs().stream().mapToLong(RunResult::events).sum());
    json.writeArrayPropertyStart("warnings");
    result.warnings().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("assumptions");
    result.assumptions().forEach(json::writeString);
    json.writeEndArray();
    object("theory", () -> theory(result.theory()));
    outcomes(result.outcomes());
    requests(result, Optional.empty());
    estimate("requestsInside", result.requestsInside());
    result.cost().ifPresent(cost -> object("cost", () -> cost(cost)));
    object(
        "endpoints",
        () -> result.endpoints().forEach(each -> object(each.name(), () -> endpoint(each))));
    object(
        "servers", () -> result.servers().forEach(each -> object(each.name(), () -> server(each))));
    object(
        "links",
        () -> result.links().forEach(each -> object(each.link().name(), () -> link(each))));
    json.writeArrayPropertyStart("faults");
    result.scenario().timeline().forEach(this::fault);
    json.writeEndArray();
    object("completionsPerSecond", () -> series(result));
  }

  private void cost(CostResult cost) {
    json.writeStringProperty("unit", "$");
    estimate("perRequest", cost.perRequest());
    estimate("perHour", cost.perHour());
    estimate("perMonth", cost.perMonth());
    json.writeNumberProperty("hoursPerMonth", Prices.HOURS_PER_MONTH);
    json.writeNumberProperty("machinesPerHour", cost.machinesPerHour());
  }

  private void theory(Theory theory) {
    if (theory instanceof Theory.Known known) {
      json.writeStringProperty("queue", known.name());
      json.writeStringProperty("source", known.source());
      known.predictions().forEach(each -> number(word(each.quantity()), each.value()));
    } else if (theory instanceof Theory.Unknown unknown) {
      json.writeStringProperty("ruledOutBy", unknown.reason());
    }
  }

  private void endpoint(EndpointResult endpoint) {
    outcomes(endpoint.outcomes());
    requests(endpoint.result(), Optional.of(endpoint.name()));
    TimeBreakdown breakdown = endpoint.breakdown();
    object(
        "timeBreakdown",
        () -> {
          object("all", () -> shares(breakdown, 1));
          object("slowest5Percent", () -> shares(breakdown, 0.05));
        });
  }

  private void server(ServerResult server) {
    number("utilization", server.cpuUtilization().value());
    object(
        "readyQueue", () -> level(server.readyQueueLength(), server.max(ReplicaRun::readyQueue)));
    object("readyQueueLag", () -> plainTimes(server.readyQueueLag()));
    object("ioInFlight", () -> level(server.ioInFlight(), server.max(ReplicaRun::ioInFlight)));
    object(
        "ram",
        () -> {
          json.writeStringProperty("unit", "B");
          level(server.ramInUse(), server.max(ReplicaRun::ramBytes));
          number("utilization", server.ramUtilization().value());
        });
    object(
        "memoryQueue",
        () -> level(server.memoryQueueLength(), server.max(ReplicaRun::memoryQueue)));
    object(
        "pools",
        () -> server.pools().forEach(each -> object(each.pool().name(), () -> pool(each))));
  }

  private void pool(PoolResult pool) {
    json.writeNumberProperty("size", pool.pool().size());
    number("utilization", pool.utilization().value());
    object("waiting", () -> level(pool.waiting(), pool.max(PoolRun::waiting)));
    perReplication("timeouts", pool.timeouts());
  }

  private void link(LinkResult link) {
    object("inFlight", () -> interval(link.inFlight()));
    perReplication("lost", link.lost());
  }

  private void fault(Fault fault) {
    json.writeStartObject();
    json.writeStringProperty("kind", fault.kind());
    json.writeStringProperty("text", fault.text());
    number("startSeconds", seconds(fault.start()));
    number("endSeconds", seconds(fault.end()));
    json.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** A count over all replications, written as it is in one of them on average. */
  private void perReplication(String name, long count) {
    if (count % replications == 0) {
      json.writeNumberProperty(name, count / replications);
    } else {
      number(name, (double) count / replications);
    }
  }

  private void series(SimulationResult result) {
    RunResult first = result.runs().get(0);
    number("intervalSeconds", first.seriesSeconds());
    json.writeArrayPropertyStart("mean");
    for (int i = 0; i < first.completionsPerSecond().size(); i++) {
      int interval = i;
      json.writeNumber(result.mean(run -> run.completionsPerSecond().get(interval)));
    }
    json.writeEndArray();
  }

  private void outcomes(Outcomes outcomes) {
    object(
        "requests",
        () -> {
          perReplication("offered", outcomes.offered());
          perReplication("completed", outcomes.completed());
          perReplication("dropped", outcomes.dropped());
          perReplication("rejected", outcomes.rejected());
          perReplication("timedOut", outcomes.timedOut());
          perReplication("inFlight", outcomes.inFlight());
        });
  }

  /** What a baseline can be compared by: with a value for each replication. */
  private void requests(SimulationResult result, Optional<String> endpoint) {
    Readings readings = new Readings(result);
    TimeEstimates times =
        endpoint.map(name -> result.endpoint(name).latency()).orElseGet(result::latency);
    object(
        "latency",
        () -> {
          json.writeStringProperty("unit", "s");
          Baseline.LATENCIES.forEach(
              (name, statistic) ->
                  object(
                      name,
                      () -> {
                        numbers(Readings.times(times, statistic));
                        each(readings, new Metric.Latency(endpoint, statistic));
                      }));
          object("max", () -> numbers(times.max()));
        });
    object(
        "throughput",
        () -> {
          Metric throughput = new Metric.Throughput(endpoint);
          json.writeStringProperty("unit", "1/s");
          interval(readings.estimate(throughput));
          each(readings, throughput);
        });
    object(
        "errorRate",
        () -> {
          Metric errorRate = new Metric.ErrorRate(endpoint);
          numbers(readings.estimate(errorRate));
          each(readings, errorRate);
        });
  }

  private void each(Readings readings, Metric metric) {
    json.writeArrayPropertyStart("each");
    for (double value : readings.samples(metric)) {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  private void plainTimes(TimeEstimates times) {
    json.writeStringProperty("unit", "s");
    number("mean", times.mean().value());
    number("p50", times.p50().value());
    number("p90", times.p90().value());
    number("p95", times.p95().value());
    number("p99", times.p99().value());
    number("max", times.max().value());
  }

  private void level(Estimate mean, double max) {
    interval(mean);
    number("max", max);
  }

  private void interval(Estimate mean) {
    number("mean", mean.value());
    number("low", mean.low());
    number("high", mean.high());
  }

  private void shares(TimeBreakdown breakdown, double slowest) {
    breakdown.shares(slowest).forEach(share -> number(share.category(), share.share()));
  }

  private void estimate(String name, Estimate estimate) {
    object(name, () -> numbers(estimate));
  }

  private void numbers(Estimate estimate) {
    number("value", estimate.value());
    number("low", estimate.low());
    number("high", estimate.high());
  }

  private void object(String name, Runnable members) {
    json.writeObjectPropertyStart(name);
    members.run();
    json.writeEndObject();
  }

  private void number(String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    } else {
      json.writeNullProperty(name);
    }
  }
}
