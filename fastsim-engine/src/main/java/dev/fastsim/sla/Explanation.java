package dev.fastsim.sla;

import dev.fastsim.experiment.CostResult;
import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.ServerResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Dollars;
import dev.fastsim.units.Rates;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A verdict in words: what was promised, what was measured, and where the time goes. */
public final class Explanation {

  private static final double SHARE_SHOWN = 0.005;

  private final SimulationResult result;
  private final Verdict verdict;

  private Explanation(SimulationResult result, Verdict verdict) {
    this.result = result;
    this.verdict = verdict;
  }

  /** Explains a verdict in one or more lines, without a line break at the end. */
  public static String of(SimulationResult result, Verdict verdict) {
    return String.join("\n", new Explanation(result, verdict).lines());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    if (verdict.decision() == Decision.INCONCLUSIVE) {
      lines.add("  " + inconclusive());
    }
    result.warnings().forEach(warning -> lines.add("  warning: " + warning));
    Metric metric = verdict.objective().metric();
    if (metric instanceof Metric.Latency latency) {
      lines.addAll(timeLines(latency));
    } else if (metric instanceof Metric.Throughput || metric instanceof Metric.ErrorRate) {
      lines.add("  how requests ended: " + outcomesText(outcomes()));
      lines.add("  resources: " + resources());
    } else if (metric.isCost()) {
      result.cost().ifPresent(cost -> lines.addAll(costLines(cost)));
    } else {
      lines.add("  resources: " + resources());
    }
    List<Fault> faults = result.scenario().timeline();
    if (!faults.isEmpty()) {
      lines.add("  faults: " + faultsText(faults));
    }
    return lines;
  }

  private List<String> costLines(CostResult cost) {
    List<String> machines = new ArrayList<>();
    for (Service service : result.scenario().services()) {
      int replicas = service.server().replicas();
      machines.add(
          "%s/h for %d replica%s of %s"
              .formatted(
                  Dollars.format(service.prices().perHour(service)),
                  replicas,
                  replicas == 1 ? "" : "s",
                  service.name()));
    }
    return List.of(
        "  what it costs: " + String.join(", ", machines),
        "  what it serves: %s, at %s a request"
            .formatted(
                Rates.format(result.throughput().value()),
                Dollars.format(cost.perRequest().value())),
        "  resources: " + resources());
  }

  private String headline() {
    Objective objective = verdict.objective();
    Estimate measured = verdict.measured();
    String found =
        measured.isUnknown()
            ? "nothing was measured"
            : (verdict.decision() == Decision.INCONCLUSIVE ? "cannot tell, is about " : "was ")
                + objective.valueText(measured.value());
    return "%s%s: %s (%s%s, %s requests, seed %d)"
        .formatted(
            subject().map(name -> name + " ").orElse(""),
            objective.text(),
            found,
            measured.intervalText(objective::valueText).map(text -> text + "; ").orElse(""),
            result.runsText(),
            Counts.format(outcomes().offered()),
            result.scenario().runs().seed());
  }

  /** What it is about, unless that goes without saying: the endpoint, or one of the services. */
  private Optional<String> subject() {
    return verdict
        .objective()
        .subject()
        .filter(name -> endpoint().isPresent() || result.scenario().services().size() > 1);
  }

  private Optional<String> endpoint() {
    return verdict.objective().metric().endpoint();
  }

  private Outcomes outcomes() {
    return endpoint().map(name -> result.endpoint(name).outcomes()).orElseGet(result::outcomes);
  }

  private String inconclusive() {
    String why =
        verdict.reason().isEmpty() ? "the limit lies inside the interval" : verdict.reason();
    return why
        + (result.isStationary()
            ? "; simulate more (maxReplications or duration) or move the limit away from what the"
                + " service does"
            : "; give the service more capacity, or less traffic");
  }

  private List<String> timeLines(Metric.Latency latency) {
    if (!verdict.reason().isEmpty() && verdict.decision() == Decision.FAIL) {
      return List.of("  " + verdict.reason(), "  how requests ended: " + outcomesText(outcomes()));
    }
    double slowest = slowest(latency.statistic());
    String who =
        slowest == 1
            ? "requests"
            : "the slowest "
                + (latency.statistic() instanceof Statistic.Max ? "0.1%" : Shares.format(slowest));
    List<String> lines = new ArrayList<>();
    lines.add("  where %s spend their time: %s".formatted(who, breakdown(latency, slowest)));
    Outcomes outcomes = outcomes();
    if (outcomes.failed() > 0 || outcomes.inFlight() > outcomes.offered() / 100) {
      lines.add("  how requests ended: " + outcomesText(outcomes));
    }
    return lines;
  }

  private static double slowest(Statistic statistic) {
    if (statistic instanceof Statistic.Mean) {
      return 1;
    } else if (statistic instanceof Statistic.Percentile percentile) {
      return Math.rint((100 - percentile.percent()) * 1e6) / 1e8;
    }
    return 0.001;
  }

  private String breakdown(Metric.Latency latency, double slowest) {
    List<String> parts = new ArrayList<>();
    TimeBreakdown breakdown =
        latency
            .endpoint()
            .map(name -> result.endpoint(name).breakdown())
            .orElseGet(result::breakdown);
    for (TimeBreakdown.Share share : breakdown.shares(slowest)) {
      if (share.share() >= SHARE_SHOWN) {
        parts.add(
            "%s %s%s"
                .formatted(
                    share.category(),
                    String.format(Locale.ROOT, "%.0f%%", 100 * share.share()),
                    because(share.category())));
      }
    }
    return parts.isEmpty() ? "nowhere" : String.join(", ", parts);
  }

  /** How busy the resource behind a wait is; of several services, the busiest one's. */
  private String because(String category) {
    if (category.equals(WaitNames.READY_QUEUE)) {
      return busiest(ServerResult::cpuUtilization)
          .map(
              server ->
                  " (event loop%s %s busy)".formatted(of(server), percent(server.cpuUtilization())))
          .orElse("");
    } else if (category.equals(WaitNames.MEMORY)) {
      return busiest(ServerResult::ramUtilization)
          .map(
              server ->
                  " (memory%s %s in use)".formatted(of(server), percent(server.ramUtilization())))
          .orElse("");
    }
    return result.servers().stream()
        .flatMap(server -> server.pools().stream())
        .filter(pool -> category.equals(WaitNames.pool(pool.pool().name())))
        .max(Comparator.comparingDouble(pool -> pool.utilization().value()))
        .map(
            pool ->
                " (%s of %d connections%s in use)"
                    .formatted(percent(pool.utilization()), pool.pool().size(), of(pool.server())))
        .orElse("");
  }

  private Optional<ServerResult> busiest(Function<ServerResult, Estimate> utilization) {
    return result.servers().stream()
        .filter(server -> !utilization.apply(server).isUnknown())
        .max(Comparator.comparingDouble(server -> utilization.apply(server).value()));
  }

  /** Which service, where there are several. */
  private String of(ServerResult server) {
    return result.scenario().services().size() > 1 ? " of " + server.name() : "";
  }

  private String resources() {
    return result.servers().stream().map(this::resources).collect(Collectors.joining("; "));
  }

  private String resources(ServerResult server) {
    Server machines = server.service().server();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s%d x %d core%s %s busy"
            .formatted(
                result.scenario().services().size() > 1 ? server.name() + ": " : "",
                machines.replicas(),
                machines.cores(),
                machines.cores() == 1 ? "" : "s",
                percent(server.cpuUtilization())));
    if (!server.ramUtilization().isUnknown()) {
      parts.add("memory %s in use".formatted(percent(server.ramUtilization())));
    }
    for (PoolResult pool : server.pools()) {
      parts.add("pool %s %s in use".formatted(pool.pool().name(), percent(pool.utilization())));
    }
    return String.join(", ", parts);
  }

  private static String outcomesText(Outcomes outcomes) {
    return "%s offered, %s completed, %s dropped, %s rejected, %s timed out, %s in flight at the end"
        .formatted(
            Counts.format(outcomes.offered()),
            Counts.format(outcomes.completed()),
            Counts.format(outcomes.dropped()),
            Counts.format(outcomes.rejected()),
            Counts.format(outcomes.timedOut()),
            Counts.format(outcomes.inFlight()));
  }

  private static String faultsText(List<Fault> timeline) {
    return timeline.stream()
        .map(fault -> fault.periodText() + " " + fault.text())
        .collect(Collectors.joining("; "));
  }

  private static String percent(Estimate share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share.value());
  }
}
