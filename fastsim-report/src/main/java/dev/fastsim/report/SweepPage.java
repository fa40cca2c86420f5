package dev.fastsim.report;

import dev.fastsim.experiment.Readings;
import dev.fastsim.experiment.Sweep;
import dev.fastsim.report.page.Axis;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Status;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Unit;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page of a sweep: how everything changes with a parameter, and where the p99 takes off. */
final class SweepPage {

  private final Sweep sweep;

  private SweepPage(Sweep sweep) {
    this.sweep = sweep;
  }

  static Page of(Sweep sweep) {
    return new SweepPage(sweep).page();
  }

  private Page page() {
    String over = name(0) + (sweep.axes().size() > 1 ? " and " + name(1) : "");
    List<Block> charts = new ArrayList<>();
    if (sweep.axes().size() == 1) {
      charts.add(latencies());
      charts.add(utilizations());
    } else {
      charts.add(family("sweep-p95", "p95 of all requests", latency(95), Unit.SECONDS));
      charts.add(family("sweep-p99", "p99 of all requests", latency(99), Unit.SECONDS));
    }
    charts.add(family("sweep-throughput", "Throughput", throughput(), Unit.RATE));
    charts.add(table());
    return new Page(
        sweep.scenario().name(),
        "%d combinations, each with the same random numbers, seed %d"
            .formatted(sweep.points().size(), sweep.scenario().runs().seed()),
        Status.NEUTRAL,
        "Swept over "
            + over
            + knee().map(point -> "; the p99 takes off after " + text(point)).orElse(""),
        List.of(new Section("sweep", "Sweep", "", charts)));
  }

  private String name(int axis) {
    return sweep.axes().get(axis).parameter().textIn(sweep.scenario());
  }

  private Optional<Sweep.Point> knee() {
    return sweep.knee();
  }

  private String text(Sweep.Point point) {
    return sweep.axes().get(0).parameter().valueText(point.values().get(0));
  }

  private static Metric latency(double percent) {
    return new Metric.Latency(Optional.empty(), new Statistic.Percentile(percent));
  }

  private static Metric throughput() {
    return new Metric.Throughput(Optional.empty());
  }

  private Axis across() {
    Parameter parameter = sweep.axes().get(0).parameter();
    Unit unit =
        parameter.isFactor()
            ? Unit.FACTOR
            : parameter instanceof Parameter.Ram ? Unit.BYTES : Unit.NUMBER;
    return Axis.linear(name(0), unit);
  }

  private Chart latencies() {
    List<Series> series =
        List.of(line("p50", latency(50)), line("p95", latency(95)), line("p99", latency(99)));
    List<Mark> marks = new ArrayList<>();
    knee()
        .ifPresent(
            point ->
                marks.add(Mark.at("knee", Mark.Kind.NOTE, Mark.Along.X, point.values().get(0))));
    for (Objective objective : sweep.scenario().objectives()) {
      if (objective.metric() instanceof Metric.Latency any && objective.limit() > 0) {
        String whose = any.endpoint().map(endpoint -> endpoint + " ").orElse("");
        marks.add(
            Mark.at(whose + objective.text(), Mark.Kind.LIMIT, Mark.Along.Y, objective.limit()));
      }
    }
    return new Chart(
        "sweep-latency",
        "Latency of all requests",
        knee()
            .map(point -> "The p99 takes off after %s.".formatted(text(point)))
            .orElse("The p99 takes off nowhere in between."),
        across(),
        Axis.log("latency", Unit.SECONDS),
        series,
        marks,
        List.of());
  }

  private Chart utilizations() {
    List<Series> series = new ArrayList<>();
    for (Metric metric : metrics()) {
      if (metric instanceof Metric.CpuUtilization
          || metric instanceof Metric.RamUtilization
          || metric instanceof Metric.PoolUtilization) {
        series.add(line(Readings.name(metric), metric));
      }
    }
    return new Chart(
        "sweep-utilization",
        "Utilization",
        "How full the resources of each service are.",
        across(),
        Axis.linear("in use", Unit.SHARE),
        series,
        List.of(),
        List.of());
  }

  private Series line(String name, Metric metric) {
    return line(name, metric, sweep.points());
  }

  private static Series line(String name, Metric metric, List<Sweep.Point> points) {
    return new Series(
        name,
        Series.Shape.LINE,
        points.stream()
            .sorted((a, b) -> Double.compare(a.values().get(0), b.values().get(0)))
            .map(
                point ->
                    new Series.Point(point.values().get(0), point.estimate(metric).value(), ""))
            .toList());
  }

  /** One line, or one for each value of the second parameter. */
  private Chart family(String id, String title, Metric metric, Unit unit) {
    List<Series> series = new ArrayList<>();
    if (sweep.axes().size() == 1) {
      series.add(line(title, metric));
    } else {
      Map<Double, List<Sweep.Point>> bySecond = new LinkedHashMap<>();
      sweep
          .points()
          .forEach(
              point ->
                  bySecond
                      .computeIfAbsent(point.values().get(1), any -> new ArrayList<>())
                      .add(point));
      bySecond.forEach(
          (value, points) ->
              series.add(
                  line(
                      name(1) + " " + sweep.axes().get(1).parameter().valueText(value),
                      metric,
                      points)));
    }
    return new Chart(
        id,
        title,
        "%s at each value of %s.".formatted(title, name(0)),
        across(),
        Axis.linear(title, unit),
        series,
        List.of(),
        List.of());
  }

  private Set<Metric> metrics() {
    return sweep.points().get(0).metrics().keySet();
  }

  private Table table() {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < sweep.axes().size(); i++) {
      header.add(name(i));
    }
    metrics().forEach(metric -> header.add(Readings.name(metric)));
    List<List<String>> rows = new ArrayList<>();
    for (Sweep.Point point : sweep.points()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < sweep.axes().size(); i++) {
        row.add(sweep.axes().get(i).parameter().valueText(point.values().get(i)));
      }
      for (Metric metric : metrics()) {
        row.add(new Objective(metric, 0).valueText(point.estimate(metric).value()));
      }
      rows.add(row);
    }
    return new Table("All metrics at each combination", header, rows);
  }
}
