package dev.fastsim.report;

import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.Difference;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.TimeEstimates;
import dev.fastsim.report.RunReport.Circumstances;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The scenario in other circumstances, side by side with the scenario as it is. */
final class WhatIfSection {

  private static final String AS_IT_IS = "as it is";

  private WhatIfSection() {}

  static Section of(SimulationResult asItIs, List<Circumstances> whatIfs) {
    return new Section(
        "what-ifs",
        "What if?",
        "The same arrivals and the same luck in other circumstances.",
        List.of(chart(asItIs, whatIfs), table(asItIs, whatIfs)));
  }

  private static Chart chart(SimulationResult asItIs, List<Circumstances> whatIfs) {
    List<String> names = new ArrayList<>(List.of(AS_IT_IS));
    List<SimulationResult> results = new ArrayList<>(List.of(asItIs));
    whatIfs.forEach(
        each -> {
          names.add(each.name());
          results.add(each.assessment().result());
        });
    return latencies("what-if-latency", "Latency in each of the circumstances", names, results);
  }

  /** The p50, p95 and p99 of several results as bars beside one another. */
  static Chart latencies(
      String id, String title, List<String> names, List<SimulationResult> results) {
    Map<Double, String> percentiles = new TreeMap<>(Map.of(50.0, "p50", 95.0, "p95", 99.0, "p99"));
    List<Series> series = new ArrayList<>();
    percentiles.forEach(
        (percent, name) -> {
          List<Series.Point> points = new ArrayList<>();
          for (int i = 0; i < results.size(); i++) {
            TimeEstimates latency = results.get(i).latency();
            points.add(new Series.Point(latency.percentile(percent).value(), i, ""));
          }
          series.add(new Series(name, Series.Shape.BAR, points));
        });
    List<String> words = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      words.add(
          "%s %s"
              .formatted(
                  names.get(i), Unit.SECONDS.format(results.get(i).latency().p95().value())));
    }
    return new Chart(
        id,
        title,
        "p95 of all requests: " + words.stream().collect(Collectors.joining(", ")) + ".",
        Axis.linear("latency", Unit.SECONDS),
        Axis.categories("circumstances", names),
        series,
        List.of(),
        List.of());
  }

  private static Table table(SimulationResult asItIs, List<Circumstances> whatIfs) {
    List<String> header = new ArrayList<>(List.of("metric", AS_IT_IS));
    Map<String, List<String>> rows = new java.util.LinkedHashMap<>();
    for (Circumstances each : whatIfs) {
      header.add("%s (%s)".formatted(each.name(), each.changes()));
      Comparison comparison = Comparison.of(asItIs, each.assessment().result());
      for (Difference difference : comparison.differences()) {
        Objective any = new Objective(difference.metric(), 0);
        List<String> row =
            rows.computeIfAbsent(
                difference.name(),
                name -> new ArrayList<>(List.of(name, any.valueText(difference.before().value()))));
        while (row.size() < header.size() - 1) {
          row.add("");
        }
        row.add(Differences.cell(difference));
      }
    }
    rows.values()
        .forEach(
            row -> {
              while (row.size() < header.size()) {
                row.add("");
              }
            });
    return new Table(
        "Values in each of the circumstances, and the difference; no sign of a difference where the"
            + " interval leaves room for none",
        header,
        List.copyOf(rows.values()));
  }
}
