package dev.fastsim.experiment;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;

/** Any metric of a result, as an estimate and replication by replication. */
@API(status = API.Status.EXPERIMENTAL)
public final class Readings {

  private static final List<Statistic> LATENCIES =
      List.of(
          new Statistic.Mean(),
          new Statistic.Percentile(50),
          new Statistic.Percentile(95),
          new Statistic.Percentile(99));

  private final SimulationResult result;

  /** Those of a result. */
  public Readings(SimulationResult result) {
    this.result = result;
  }

  /**
   * The metrics that describe a scenario: latency (mean, p50, p95, p99), throughput and error rate
   * of all requests and, where there are several, of each endpoint; what it costs, if anything has
   * a price; utilization of cores, memory and pools, and ready-queue lag (p99), of each service.
   */
  public static List<Metric> of(Scenario scenario) {
    List<Metric> metrics = new ArrayList<>();
    addRequests(Optional.empty(), metrics);
    if (CostResult.isKnownOf(scenario)) {
      metrics.add(new Metric.CostPerRequest());
      metrics.add(new Metric.CostPerMonth());
    }
    List<Endpoint> endpoints = scenario.endpoints();
    if (endpoints.size() > 1) {
      endpoints.forEach(endpoint -> addRequests(Optional.of(endpoint.name()), metrics));
    }
    for (Service service : scenario.services()) {
      metrics.add(new Metric.CpuUtilization(service.name()));
      if (service.server().ramBytes() != Server.UNLIMITED) {
        metrics.add(new Metric.RamUtilization(service.name()));
      }
      for (ConnectionPool pool : service.pools()) {
        metrics.add(new Metric.PoolUtilization(service.name(), pool.name()));
      }
      metrics.add(new Metric.ReadyQueueLag(service.name(), new Statistic.Percentile(99)));
    }
    return metrics;
  }

  private static void addRequests(Optional<String> endpoint, List<Metric> metrics) {
    LATENCIES.forEach(statistic -> metrics.add(new Metric.Latency(endpoint, statistic)));
    metrics.add(new Metric.Throughput(endpoint));
    metrics.add(new Metric.ErrorRate(endpoint));
  }

  /** A metric with its subject, in words: {@code POST /checkout p95}. */
  public static String name(Metric metric) {
    Objective any = new Objective(metric, 0);
    return any.subject().map(subject -> subject + " ").orElse("") + any.metricText();
  }

  /**
   * A metric with its interval; a percentile is that of the values of all replications together.
   *
   * @throws IllegalArgumentException if the scenario has no such endpoint, service or pool
   */
  public Estimate estimate(Metric metric) {
    if (metric instanceof Metric.Latency latency) {
      return times(
          latency
              .endpoint()
              .map(name -> result.endpoint(name).latency())
              .orElseGet(result::latency),
          latency.statistic());
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      return times(result.server(lag.service()).readyQueueLag(), lag.statistic());
    }
    return result.estimate(each(metric));
  }

  /** One statistic of times with its interval. */
  static Estimate times(TimeEstimates times, Statistic statistic) {
    if (statistic instanceof Statistic.Percentile percentile) {
      return times.percentile(percentile.percent());
    }
    return statistic instanceof Statistic.Max ? times.max() : times.mean();
  }

  /**
   * What each replication says of a metric; NaN where it had no sample.
   *
   * @throws IllegalArgumentException if the scenario has no such endpoint, service or pool
   */
  public ToDoubleFunction<RunResult> each(Metric metric) {
    if (metric instanceof Metric.Latency latency) {
      Optional<Integer> endpoint = latency.endpoint().map(this::endpoint);
      return run ->
          value(
              endpoint.map(index -> run.endpoints().get(index).latency()).orElseGet(run::latency),
              latency.statistic());
    } else if (metric instanceof Metric.Throughput throughput) {
      return requests(throughput.endpoint(), RunResult::throughput, EndpointRun::throughput);
    } else if (metric instanceof Metric.ErrorRate rate) {
      return requests(
          rate.endpoint(),
          run -> run.outcomes().errorRate(),
          endpoint -> endpoint.outcomes().errorRate());
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      ServerResult server = result.server(lag.service());
      return run -> value(server.in(run).readyQueueLag(), lag.statistic());
    } else if (metric instanceof Metric.CpuUtilization cpu) {
      int cores = result.server(cpu.service()).service().server().cores();
      return replicas(cpu.service(), replica -> replica.coresHeld().mean() / cores);
    } else if (metric instanceof Metric.RamUtilization ram) {
      double bytes = result.server(ram.service()).service().server().ramBytes();
      return replicas(ram.service(), replica -> replica.ramBytes().mean() / bytes);
    } else if (metric instanceof Metric.PoolUtilization utilization) {
      return pool(result.server(utilization.service()).pool(utilization.pool()));
    } else if (metric instanceof Metric.CostPerRequest) {
      return new CostResult(result)::perRequest;
    } else if (metric instanceof Metric.CostPerMonth) {
      return new CostResult(result)::perMonth;
    }
    throw new AssertionError(metric);
  }

  /** The values that intervals are computed from: of each replication, or of each batch. */
  double[] samples(Metric metric) {
    return result.samples(each(metric));
  }

  private static double value(TimeDistribution times, Statistic statistic) {
    if (statistic instanceof Statistic.Percentile percentile) {
      return times.percentile(percentile.percent());
    }
    return statistic instanceof Statistic.Max ? times.max() : times.mean();
  }

  private int endpoint(String name) {
    result.endpoint(name);
    return result.scenario().endpoints().stream().map(Endpoint::name).toList().indexOf(name);
  }

  private ToDoubleFunction<RunResult> requests(
      Optional<String> endpoint,
      ToDoubleFunction<RunResult> all,
      ToDoubleFunction<EndpointRun> one) {
    return endpoint
        .map(this::endpoint)
        .<ToDoubleFunction<RunResult>>map(
            index -> run -> one.applyAsDouble(run.endpoints().get(index)))
        .orElse(all);
  }

  private ToDoubleFunction<RunResult> replicas(
      String service, ToDoubleFunction<ReplicaRun> metric) {
    ServerResult server = result.server(service);
    return run ->
        server.in(run).replicas().stream().mapToDouble(metric).average().orElse(Double.NaN);
  }

  private static ToDoubleFunction<RunResult> pool(PoolResult pool) {
    String name = pool.pool().name();
    double size = pool.pool().size();
    return run ->
        pool.server().in(run).pools().stream()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> each.inUse().stream())
                .mapToDouble(Level::mean)
                .average()
                .orElse(Double.NaN)
            / size;
  }
}
