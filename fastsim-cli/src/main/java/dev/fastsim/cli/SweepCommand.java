package dev.fastsim.cli;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.Readings;
import dev.fastsim.experiment.Sweep;
import dev.fastsim.report.Report;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim sweep}: a file over the values of one parameter or two. */
@Command(
    name = "sweep",
    description = {
      "Simulates a file over the values of one parameter or two, with the same random numbers.",
      "Over one parameter it says where the p99 takes off."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SweepCommand implements Callable<Integer> {

  private static final List<Statistic> SHOWN =
      List.of(
          new Statistic.Percentile(50), new Statistic.Percentile(95), new Statistic.Percentile(99));

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario, as YAML.")
  private Path file;

  @Mixin private ScenarioOptions options;

  @Mixin private ReportFiles reports;

  @Mixin private ResourceOptions resources;

  @Option(
      names = "--traffic",
      paramLabel = "VALUES",
      description = "How many times the traffic: 0.5,1,2 or 0.5..2/0.25.")
  private @Nullable String traffic;

  @Option(
      names = "--step",
      paramLabel = "NAME=VALUES",
      description = "How many times as long a step takes: render=0.5,1,2.")
  private List<String> steps = new ArrayList<>();

  @Option(names = "--json", paramLabel = "FILE", description = "Write every metric as JSON.")
  private @Nullable Path json;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write every metric as a table.")
  private @Nullable Path csv;

  SweepCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    Scenario scenario = options.load(file, loader, spec);
    Sweep sweep = sweep(scenario);
    if (json != null) {
      Files.writeString(json, sweep.toJson() + "\n");
    }
    if (csv != null) {
      table(sweep).write(csv);
    }
    reports.write(() -> Report.of(sweep));
    PrintWriter out = spec.commandLine().getOut();
    sweep.points().forEach(point -> out.println(line(sweep, point)));
    if (sweep.axes().size() == 1) {
      out.println(
          sweep
              .knee()
              .map(point -> "the p99 takes off after " + values(sweep, point))
              .orElse("the p99 takes off nowhere in between"));
    }
    return ExitCode.DONE;
  }

  private Sweep sweep(Scenario scenario) {
    List<ParameterValues> values = new ArrayList<>();
    if (traffic != null) {
      values.add(ParameterValues.ofTraffic(traffic, scenario));
    }
    values.addAll(resources.values(scenario));
    steps.forEach(step -> values.add(ParameterValues.ofStep(step, scenario)));
    try {
      List<Sweep.Axis> axes =
          values.stream().map(each -> new Sweep.Axis(each.parameter(), each.values())).toList();
      return Sweep.of(scenario, axes, () -> false);
    } catch (IllegalArgumentException refused) {
      throw new WrongInputException(String.valueOf(refused.getMessage()));
    }
  }

  private static String values(Sweep sweep, Sweep.Point point) {
    return IntStream.range(0, sweep.axes().size())
        .mapToObj(
            i ->
                sweep.axes().get(i).parameter().textIn(sweep.scenario())
                    + " "
                    + sweep.axes().get(i).parameter().valueText(point.values().get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String line(Sweep sweep, Sweep.Point point) {
    String latencies =
        SHOWN.stream()
            .map(statistic -> new Metric.Latency(Optional.empty(), statistic))
            .map(metric -> text(point, metric))
            .collect(Collectors.joining(", "));
    return "%s: %s, %s, %s"
        .formatted(
            values(sweep, point),
            latencies,
            text(point, new Metric.Throughput(Optional.empty())),
            text(point, new Metric.ErrorRate(Optional.empty())));
  }

  private static String text(Sweep.Point point, Metric metric) {
    Objective any = new Objective(metric, 0);
    return any.metricText() + " " + any.valueText(point.estimate(metric).value());
  }

  private static CsvTable table(Sweep sweep) {
    Set<Metric> metrics = sweep.points().get(0).metrics().keySet();
    List<String> header = new ArrayList<>();
    sweep.axes().forEach(axis -> header.add(axis.parameter().textIn(sweep.scenario())));
    for (Metric metric : metrics) {
      String name = Readings.name(metric);
      header.addAll(List.of(name, name + " low", name + " high"));
    }
    CsvTable table = new CsvTable(header.toArray(String[]::new));
    for (Sweep.Point point : sweep.points()) {
      List<Object> row = new ArrayList<>(point.values());
      for (Metric metric : metrics) {
        Estimate estimate = point.estimate(metric);
        row.addAll(List.of(estimate.value(), estimate.low(), estimate.high()));
      }
      table.row(row.toArray());
    }
    return table;
  }
}
