package dev.fastsim.sla;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.PoolResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    Metric metric = verdict.objective().metric();
    if (metric instanceof Metric.Latency latency) {
      lines.addAll(timeLines(latency));
    } else if (metric instanceof Metric.Throughput || metric instanceof Metric.ErrorRate) {
      lines.add("  how requests ended: " + outcomesText(outcomes()));
      lines.add("  resources: " + resources());
    } else {
      lines.add("  resources: " + resources());
    }
    return lines;
  }

  private String headline() {
    Objective objective = verdict.objective();
    Estimate measured = verdict.measured();
    String found =
        measured.isUnknown()
            ? "nothing was measured"
            : (verdict.decision() == Decision.INCONCLUSIVE ? "cannot tell, is about " : "was ")
                + objective.valueText(measured.value());
    return "%s%s: %s (%s%d runs, %s requests, seed %d)"
        .formatted(
            subject().map(name -> name + " ").orElse(""),
            objective.text(),
            found,
            measured.intervalText(objective::valueText).map(text -> text + "; ").orElse(""),
            result.runs().size(),
            Counts.format(outcomes().offered()),
            result.scenario().runs().seed());
  }

  private Optional<String> subject() {
    Metric metric = verdict.objective().metric();
    if (metric instanceof Metric.Latency latency) {
      return Optional.of(latency.endpoint());
    } else if (metric instanceof Metric.Throughput throughput) {
      return throughput.endpoint();
    } else if (metric instanceof Metric.ErrorRate rate) {
      return rate.endpoint();
    }
    return Optional.empty();
  }

  private Outcomes outcomes() {
    return subject().map(name -> result.endpoint(name).outcomes()).orElseGet(result::outcomes);
  }

  private String inconclusive() {
    String why =
        verdict.reason().isEmpty() ? "the limit lies inside the interval" : verdict.reason();
    return why
        + "; simulate more (@Simulation maxReplications or duration) or move the limit away from"
        + " what the service does";
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
    for (TimeBreakdown.Share share :
        result.endpoint(latency.endpoint()).breakdown().shares(slowest)) {
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

  /** How busy the resource behind a wait is. */
  private String because(String category) {
    if (category.equals(WaitNames.READY_QUEUE)) {
      return " (event loop %s busy)".formatted(percent(result.server().cpuUtilization()));
    } else if (category.equals(WaitNames.MEMORY)) {
      return " (memory %s in use)".formatted(percent(result.server().ramUtilization()));
    }
    return result.pools().stream()
        .filter(pool -> category.equals(WaitNames.pool(pool.pool())))
        .findFirst()
        .map(
            pool ->
                " (%s of %d connections in use)"
                    .formatted(percent(pool.utilization()), pool.pool().size()))
        .orElse("");
  }

  private String resources() {
    Scenario scenario = result.scenario();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%d x %d core%s %s busy"
            .formatted(
                scenario.server().replicas(),
                scenario.server().cores(),
                scenario.server().cores() == 1 ? "" : "s",
                percent(result.server().cpuUtilization())));
    if (!result.server().ramUtilization().isUnknown()) {
      parts.add("memory %s in use".formatted(percent(result.server().ramUtilization())));
    }
    for (PoolResult pool : result.pools()) {
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

  private static String percent(Estimate share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share.value());
  }
}
