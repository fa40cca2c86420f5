package dev.fastsim.report;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Unit;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where completed requests spend their time: the slow ones beside all. */
final class TimeSpentSection {

  private static final int DRAWN = 7;
  private static final int ENDPOINTS_DRAWN = 12;
  private static final String REST = "everything else";

  private TimeSpentSection() {}

  /** The section; empty if no request completed. */
  static Optional<Section> of(SimulationResult result) {
    if (result.outcomes().completed() == 0) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(chart(result));
    if (result.endpoints().size() > 1) {
      blocks.add(byEndpoint(result));
    }
    return Optional.of(
        new Section(
            "time",
            "Where the time goes",
            "Steps that do something, and waits for what others hold. Where the slow requests differ"
                + " from all is where to look.",
            blocks));
  }

  /** Bars for all requests, and for those beyond the p50, p95 and p99. */
  static Chart chart(SimulationResult result) {
    TimeBreakdown breakdown = result.breakdown();
    Map<String, List<TimeBreakdown.Share>> bars = new LinkedHashMap<>();
    bars.put("all requests", breakdown.shares(1));
    bars.put("slower than p50", breakdown.shares(0.5));
    bars.put("slower than p95", breakdown.shares(0.05));
    bars.put("slower than p99", breakdown.shares(0.01));
    return chart("time-shares", "Time by step and wait", summary(breakdown), bars);
  }

  private static String summary(TimeBreakdown breakdown) {
    return "The slowest 5%% spend %s; all requests spend %s."
        .formatted(largest(breakdown, 0.05), largest(breakdown, 1));
  }

  private static String largest(TimeBreakdown breakdown, double slowest) {
    return breakdown.shares(slowest).stream()
        .limit(2)
        .map(share -> "%s in %s".formatted(Shares.format(round(share.share())), share.category()))
        .collect(Collectors.joining(" and "));
  }

  /** To whole percents, unless that leaves nothing. */
  private static double round(double share) {
    double rounded = Math.rint(share * 100) / 100;
    return rounded > 0 && rounded < 1 ? rounded : share;
  }

  private static Chart byEndpoint(SimulationResult result) {
    Map<String, List<TimeBreakdown.Share>> bars = new LinkedHashMap<>();
    List<EndpointResult> endpoints =
        result.endpoints().stream().filter(each -> each.outcomes().completed() > 0).toList();
    endpoints.stream()
        .limit(ENDPOINTS_DRAWN)
        .forEach(endpoint -> bars.put(endpoint.name(), endpoint.breakdown().shares(0.05)));
    Chart chart =
        chart(
            "time-by-endpoint",
            "The slowest 5% of each endpoint",
            "The same for the slowest 5% of each endpoint.",
            bars);
    return endpoints.size() <= ENDPOINTS_DRAWN
        ? chart
        : chart.withNote(
            "The first %d of %d endpoints are drawn; all are in the JSON result."
                .formatted(ENDPOINTS_DRAWN, endpoints.size()));
  }

  private static Chart chart(
      String id, String title, String summary, Map<String, List<TimeBreakdown.Share>> bars) {
    Map<String, Double> totals = new LinkedHashMap<>();
    bars.values()
        .forEach(
            shares ->
                shares.forEach(
                    share -> totals.merge(share.category(), share.share(), Double::sum)));
    List<String> drawn =
        totals.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(totals.size() > DRAWN + 1 ? DRAWN : DRAWN + 1)
            .map(Map.Entry::getKey)
            .toList();
    List<Series> series = new ArrayList<>();
    for (String category : drawn) {
      series.add(bar(category, bars, share -> share.category().equals(category)));
    }
    List<String> notes = new ArrayList<>();
    if (drawn.size() < totals.size()) {
      series.add(bar(REST, bars, share -> !drawn.contains(share.category())));
      notes.add(
          "%s: %s."
              .formatted(
                  REST,
                  totals.keySet().stream()
                      .filter(category -> !drawn.contains(category))
                      .collect(Collectors.joining(", "))));
    }
    return new Chart(
        id,
        title,
        summary,
        Axis.linear("share of time", Unit.SHARE),
        Axis.categories("requests", List.copyOf(bars.keySet())),
        series,
        List.of(),
        notes);
  }

  private static Series bar(
      String name,
      Map<String, List<TimeBreakdown.Share>> bars,
      java.util.function.Predicate<TimeBreakdown.Share> counts) {
    List<Series.Point> points = new ArrayList<>();
    int position = 0;
    for (List<TimeBreakdown.Share> shares : bars.values()) {
      double sum = shares.stream().filter(counts).mapToDouble(TimeBreakdown.Share::share).sum();
      points.add(new Series.Point(sum, position++, ""));
    }
    return new Series(name, Series.Shape.STACKED_BAR, points);
  }
}
