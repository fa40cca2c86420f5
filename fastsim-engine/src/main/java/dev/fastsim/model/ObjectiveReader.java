package dev.fastsim.model;

import dev.fastsim.annotations.CostSla;
import dev.fastsim.annotations.ErrorRateSla;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Percentile;
import dev.fastsim.annotations.Price;
import dev.fastsim.annotations.ReadyQueueLagSla;
import dev.fastsim.annotations.ThroughputSla;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Statistic;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is promised, in a fixed order. */
final class ObjectiveReader {

  private final Class<?> type;
  private final String service;
  private final AnnotationFinder finder;
  private final Mistakes mistakes;

  ObjectiveReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.type = type;
    this.service = ClassName.of(type);
    this.finder = finder;
    this.mistakes = mistakes;
  }

  /** What an endpoint promises: latency, of its own or as the class says; throughput; errors. */
  List<Promise> ofEndpoint(String name, Method method) {
    List<Promise> promises = new ArrayList<>();
    Optional<LatencySla> itsOwn = finder.onMethod(method, LatencySla.class);
    if (itsOwn.isPresent()) {
      promises.addAll(latency(name, itsOwn.get(), mistakes.on(method, LatencySla.class)));
    } else {
      promises.addAll(defaultLatency(name));
    }
    finder
        .onMethod(method, ThroughputSla.class)
        .ifPresent(
            sla ->
                promises.addAll(
                    throughput(Optional.of(name), sla, mistakes.on(method, ThroughputSla.class))));
    finder
        .onMethod(method, ErrorRateSla.class)
        .ifPresent(
            sla ->
                promises.addAll(
                    errorRate(Optional.of(name), sla, mistakes.on(method, ErrorRateSla.class))));
    return promises;
  }

  /** What the service promises as a whole. */
  List<Promise> ofService(Server server, List<String> pools) {
    defaultLatency(""); // checked even if every endpoint has its own
    List<Promise> promises = new ArrayList<>();
    finder
        .onClass(type, ThroughputSla.class)
        .map(Found::annotation)
        .ifPresent(
            sla ->
                promises.addAll(
                    throughput(Optional.empty(), sla, mistakes.on(type, ThroughputSla.class))));
    finder
        .onClass(type, ErrorRateSla.class)
        .map(Found::annotation)
        .ifPresent(
            sla ->
                promises.addAll(
                    errorRate(Optional.empty(), sla, mistakes.on(type, ErrorRateSla.class))));
    finder
        .onClass(type, UtilizationSla.class)
        .map(Found::annotation)
        .ifPresent(sla -> promises.addAll(utilization(sla, server, pools)));
    finder
        .onClass(type, ReadyQueueLagSla.class)
        .map(Found::annotation)
        .ifPresent(sla -> promises.addAll(lag(sla)));
    finder
        .onClass(type, CostSla.class)
        .map(Found::annotation)
        .ifPresent(sla -> promises.addAll(cost(sla)));
    return promises;
  }

  private List<Promise> cost(CostSla sla) {
    Place place = mistakes.on(type, CostSla.class);
    if (finder.onClass(type, Price.class).isEmpty()) {
      place.refuse("nothing has a price; add a @Price");
    }
    Limits limits = new Limits(place, sla.whatIfs());
    limits.dollars("perRequest", sla.perRequest(), new Metric.CostPerRequest());
    limits.dollars("perMonth", sla.perMonth(), new Metric.CostPerMonth());
    return limits.orRefuse("perRequest, perMonth");
  }

  private List<Promise> defaultLatency(String endpoint) {
    return finder
        .onClass(type, LatencySla.class)
        .map(found -> latency(endpoint, found.annotation(), mistakes.on(type, LatencySla.class)))
        .orElse(List.of());
  }

  private static List<Promise> latency(String endpoint, LatencySla sla, Place place) {
    Limits limits = new Limits(place, sla.whatIfs());
    limits.duration(
        "mean", sla.mean(), new Metric.Latency(Optional.of(endpoint), new Statistic.Mean()));
    limits.duration("p50", sla.p50(), percentile(endpoint, 50));
    limits.duration("p90", sla.p90(), percentile(endpoint, 90));
    limits.duration("p95", sla.p95(), percentile(endpoint, 95));
    limits.duration("p99", sla.p99(), percentile(endpoint, 99));
    limits.duration("p999", sla.p999(), percentile(endpoint, 99.9));
    limits.duration(
        "max", sla.max(), new Metric.Latency(Optional.of(endpoint), new Statistic.Max()));
    boolean percentiles = false;
    for (Percentile other : sla.percentiles()) {
      percentiles = true;
      if (other.limit().isBlank()) {
        place.refuse("percentiles", "the limit of %s is empty".formatted(other.value()));
        continue;
      }
      place
          .attribute("percentiles", () -> percentile(endpoint, other.value()))
          .ifPresent(metric -> limits.duration("percentiles", other.limit(), metric));
    }
    String choices = "mean, p50, p90, p95, p99, p999, max, percentiles";
    return percentiles ? limits.set() : limits.orRefuse(choices);
  }

  private static Metric percentile(String endpoint, double percent) {
    return new Metric.Latency(Optional.of(endpoint), new Statistic.Percentile(percent));
  }

  private static List<Promise> throughput(
      Optional<String> endpoint, ThroughputSla sla, Place place) {
    Limits limits = new Limits(place, sla.whatIfs());
    limits.rate("min", sla.min(), new Metric.Throughput(endpoint));
    return limits.orRefuse("min");
  }

  private static List<Promise> errorRate(Optional<String> endpoint, ErrorRateSla sla, Place place) {
    Limits limits = new Limits(place, sla.whatIfs());
    limits.shareOrNone("max", sla.max(), new Metric.ErrorRate(endpoint));
    return limits.orRefuse("max");
  }

  private List<Promise> utilization(UtilizationSla sla, Server server, List<String> pools) {
    Place place = mistakes.on(type, UtilizationSla.class);
    Limits limits = new Limits(place, sla.whatIfs());
    limits.share("cpu", sla.cpu(), new Metric.CpuUtilization(service));
    limits.share("ram", sla.ram(), new Metric.RamUtilization(service));
    if (!sla.ram().isEmpty() && server.ramBytes() == Server.UNLIMITED) {
      place.refuse("ram", "the service has memory without limit; set @Server(ram = ...)");
    }
    pools.forEach(
        pool -> limits.share("pools", sla.pools(), new Metric.PoolUtilization(service, pool)));
    boolean inVain = !sla.pools().isEmpty() && pools.isEmpty();
    if (inVain) {
      place.refuse("pools", "the service has no pools; add a @ConnectionPool");
    }
    return inVain ? limits.set() : limits.orRefuse("cpu, ram, pools");
  }

  private List<Promise> lag(ReadyQueueLagSla sla) {
    Limits limits = new Limits(mistakes.on(type, ReadyQueueLagSla.class), sla.whatIfs());
    limits.duration("mean", sla.mean(), new Metric.ReadyQueueLag(service, new Statistic.Mean()));
    limits.duration("p50", sla.p50(), lagPercentile(50));
    limits.duration("p95", sla.p95(), lagPercentile(95));
    limits.duration("p99", sla.p99(), lagPercentile(99));
    limits.duration("max", sla.max(), new Metric.ReadyQueueLag(service, new Statistic.Max()));
    return limits.orRefuse("mean, p50, p95, p99, max");
  }

  private Metric lagPercentile(double percent) {
    return new Metric.ReadyQueueLag(service, new Statistic.Percentile(percent));
  }
}
