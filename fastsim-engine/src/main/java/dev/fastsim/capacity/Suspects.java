package dev.fastsim.capacity;

import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.WaitNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which parameters may be behind a breach. Latencies tell by where the slow tail spends its time;
 * what a wait has less than 2% of cannot be it. Everything else may be due to any resource.
 */
final class Suspects {

  private static final double SHARE_LEAST = 0.02;

  private final SimulationResult result;
  private final Set<Parameter> found = new LinkedHashSet<>();

  private Suspects(SimulationResult result) {
    this.result = result;
  }

  /** Resources first, then a step, then the traffic. */
  static List<Parameter> of(SimulationResult result, Objective objective) {
    Metric metric = objective.metric();
    if (metric.isCost()) {
      return List.of(); // machines cost the same whatever they do, and more of them cost more
    }
    Suspects suspects = new Suspects(result);
    if (metric instanceof Metric.Latency latency) {
      suspects.behind(latency);
    } else if (metric instanceof Metric.PoolUtilization pool) {
      suspects.found.add(new Parameter.PoolSize(pool.service(), pool.pool()));
      suspects.found.add(new Parameter.Replicas(pool.service()));
    } else if (metric instanceof Metric.RamUtilization ram) {
      suspects.found.add(new Parameter.Ram(ram.service()));
      suspects.found.add(new Parameter.Replicas(ram.service()));
    } else if (metric instanceof Metric.CpuUtilization cpu) {
      suspects.machines(cpu.service());
    } else if (metric instanceof Metric.ReadyQueueLag lag) {
      suspects.machines(lag.service());
    } else {
      result.servers().forEach(suspects::everything);
    }
    if (!(metric instanceof Metric.Throughput)) {
      suspects.found.add(new Parameter.Traffic());
    }
    return List.copyOf(suspects.found);
  }

  private void machines(String service) {
    found.add(new Parameter.Cores(service));
    found.add(new Parameter.Replicas(service));
  }

  private void everything(ServerResult server) {
    machines(server.name());
    addRam(server.service());
    for (ConnectionPool pool : server.service().pools()) {
      found.add(new Parameter.PoolSize(server.name(), pool.name()));
    }
  }

  private void addRam(Service service) {
    if (service.server().ramBytes() != Server.UNLIMITED) {
      found.add(new Parameter.Ram(service.name()));
    }
  }

  private void behind(Metric.Latency latency) {
    TimeBreakdown breakdown =
        latency
            .endpoint()
            .map(name -> result.endpoint(name).breakdown())
            .orElseGet(result::breakdown);
    List<String> steps = new ArrayList<>();
    for (TimeBreakdown.Share share : breakdown.shares(tail(latency.statistic()))) {
      if (share.share() >= SHARE_LEAST && !addBehindWait(share.category())) {
        steps.add(share.category());
      }
    }
    boolean queues = found.stream().anyMatch(Parameter.Cores.class::isInstance);
    steps.stream()
        .filter(step -> queues ? isCpu(step) : takesTime(step))
        .findFirst()
        .or(() -> queues ? busiest() : Optional.empty())
        .ifPresent(step -> found.add(new Parameter.StepTime(step)));
  }

  private static double tail(Statistic statistic) {
    if (statistic instanceof Statistic.Percentile percentile) {
      return 1 - percentile.percent() / 100;
    }
    return statistic instanceof Statistic.Mean ? 1 : 0.001;
  }

  /** Adds what a wait is for; whether the category is a wait. */
  private boolean addBehindWait(String category) {
    boolean wait = false;
    for (ServerResult server : result.servers()) {
      Service service = server.service();
      if (category.equals(WaitNames.READY_QUEUE)) {
        machines(service.name());
        wait = true;
      } else if (category.equals(WaitNames.MEMORY)) {
        addRam(service);
        found.add(new Parameter.Replicas(service.name()));
        wait = true;
      }
      for (ConnectionPool pool : service.pools()) {
        if (category.equals(WaitNames.pool(pool.name()))) {
          found.add(new Parameter.PoolSize(service.name(), pool.name()));
          found.add(new Parameter.Replicas(service.name()));
          wait = true;
        }
      }
    }
    return wait;
  }

  private boolean isCpu(String step) {
    return result.scenario().steps().stream()
        .anyMatch(each -> each.name().equals(step) && holdsCore(each));
  }

  private static boolean holdsCore(Step step) {
    return step instanceof Step.Cpu || (step instanceof Step.Io io && io.blocking());
  }

  private boolean takesTime(String step) {
    return result.scenario().steps().stream()
        .anyMatch(each -> each.name().equals(step) && !(each instanceof Step.Ram));
  }

  /** The step that holds cores for longest over all requests. */
  private Optional<String> busiest() {
    return result.breakdown().shares(1).stream()
        .map(TimeBreakdown.Share::category)
        .filter(this::isCpu)
        .findFirst();
  }
}
