package dev.fastsim.report;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long requests take: the histogram, the percentile curve, and the figures. */
final class LatencySection {

  private static final int DRAWN = 6;

  private final SimulationResult result;
  private final List<Named> drawn;
  private final List<String> notes;

  /** A distribution and whose it is. */
  private record Named(String name, TimeDistribution times) {}

  private LatencySection(SimulationResult result) {
    this.result = result;
    List<EndpointResult> endpoints =
        result.endpoints().stream()
            .filter(endpoint -> endpoint.latency().pooled().count() > 0)
            .sorted(
                Comparator.comparingLong(
                        (EndpointResult endpoint) -> endpoint.latency().pooled().count())
                    .reversed())
            .toList();
    this.drawn =
        endpoints.stream()
            .limit(DRAWN)
            .map(endpoint -> new Named(endpoint.name(), endpoint.latency().pooled()))
            .toList();
    this.notes =
        endpoints.size() > DRAWN
            ? List.of(
                "The %d endpoints with most requests are drawn; all %d are in the table below."
                    .formatted(DRAWN, endpoints.size()))
            : List.of();
  }

  static Section of(SimulationResult result) {
    LatencySection section = new LatencySection(result);
    List<Block> blocks = new ArrayList<>();
    if (!section.drawn.isEmpty()) {
      blocks.add(section.histogram());
      blocks.add(section.percentiles());
    }
    blocks.add(section.figures());
    return new Section(
        "latency",
        "Latency",
        "Time from a request's arrival to the receipt of its response, of all completed requests.",
        blocks);
  }

  /** The histogram alone. */
  static Optional<Chart> histogram(SimulationResult result) {
    LatencySection section = new LatencySection(result);
    return section.drawn.isEmpty() ? Optional.empty() : Optional.of(section.histogram());
  }

  private Chart histogram() {
    TimeDistribution all = result.latency().pooled();
    LatencyBins bins = LatencyBins.around(all);
    List<Series> series = new ArrayList<>();
    for (Named each : drawn) {
      series.add(
          Series.of(each.name(), Series.Shape.STEPS, bins.edges(), bins.shares(each.times())));
    }
    TimeEstimates latency = result.latency();
    return new Chart(
        "latency-histogram",
        "Distribution of latencies",
        "Half of the %s completed requests take at most %s, 95%% at most %s, and the longest takes %s."
            .formatted(
                Counts.format(all.count()),
                seconds(latency.p50().value()),
                seconds(latency.p95().value()),
                seconds(all.max())),
        bins.axis("latency"),
        Axis.linear("share of requests in each bin", Unit.SHARE),
        series,
        limits(Mark.Along.X),
        notes);
  }

  private Chart percentiles() {
    TimeDistribution all = result.latency().pooled();
    double[] places = Percentiles.upTo(all.count());
    List<Series> series = new ArrayList<>();
    for (Named each : drawn) {
      double[] own = Percentiles.upTo(each.times().count());
      double[] values = new double[own.length];
      for (int i = 0; i < own.length; i++) {
        values[i] = each.times().percentile(100 * own[i]);
      }
      series.add(Series.of(each.name(), Series.Shape.LINE, own, values));
    }
    return new Chart(
        "latency-percentiles",
        "Latency by percentile",
        "From %s at the median to %s at the percentile %s; each nine takes an equal step."
            .formatted(
                seconds(all.percentile(50)),
                seconds(all.percentile(100 * places[places.length - 1])),
                Shares.format(places[places.length - 1])),
        Axis.nines("percentile"),
        LatencyBins.around(all).axis("latency"),
        series,
        limits(Mark.Along.Y),
        notes);
  }

  /** The limits on latencies, each once. */
  private List<Mark> limits(Mark.Along along) {
    boolean several = result.endpoints().size() > 1;
    List<Mark> marks = new ArrayList<>();
    for (Objective objective : result.scenario().objectives()) {
      if (objective.metric() instanceof Metric.Latency latency && objective.limit() > 0) {
        String whose = several ? latency.endpoint().map(name -> name + " ").orElse("") : "";
        marks.add(Mark.at(whose + objective.text(), Mark.Kind.LIMIT, along, objective.limit()));
      }
    }
    return marks;
  }

  private Table figures() {
    List<List<String>> rows = new ArrayList<>();
    if (result.endpoints().size() > 1) {
      rows.add(row("all endpoints", result.latency(), result.outcomes().completed()));
    }
    for (EndpointResult endpoint : result.endpoints()) {
      rows.add(row(endpoint.name(), endpoint.latency(), endpoint.outcomes().completed()));
    }
    return new Table(
        "Latencies by endpoint, all runs together",
        List.of("endpoint", "completed", "mean", "p50", "p90", "p95", "p99", "p99.9", "max"),
        rows);
  }

  private static List<String> row(String name, TimeEstimates latency, long completed) {
    return List.of(
        name,
        Counts.format(completed),
        seconds(latency.mean().value()),
        seconds(latency.p50().value()),
        seconds(latency.p90().value()),
        seconds(latency.p95().value()),
        seconds(latency.p99().value()),
        seconds(latency.p999().value()),
        seconds(latency.pooled().max()));
  }

  private static String seconds(double value) {
    return Unit.SECONDS.format(value);
  }
}
