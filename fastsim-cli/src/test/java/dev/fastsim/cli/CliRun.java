package dev.fastsim.cli;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.yaml.Dialect;
import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.YamlMistake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line that was executed in this JVM.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
record CliRun(int exitCode, String out, String err) {

  static final YamlMistake WARNING =
      new YamlMistake("shop.yml", 3, 5, "rqs_input.id", "a name nobody uses", "", "");

  static CliRun of(ScenarioLoader loader, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        FastSimCommand.commandLine(loader)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new CliRun(exitCode, out.toString(), err.toString());
  }

  /** Runs a command; whatever file it asks for holds this scenario. */
  static CliRun of(Scenario scenario, String... arguments) {
    return of(
        file -> new LoadedScenario(scenario, List.of(), Dialect.ASYNCFLOW, Map.of()), arguments);
  }

  /** A shop with two endpoints, two runs of ten seconds. */
  static ScenarioBuilder shop() {
    return Scenario.builder("shop")
        .pool("db", 3, Duration.ofSeconds(1))
        .poissonArrivals(100)
        .endpoint("GET /item", cpu("parse", "1 ms"), io("load", "exponential(8 ms)", "db"))
        .endpoint("POST /item", cpu("parse", "1 ms"), io("pay", "20 ms"))
        .runs(new RunPlan(Duration.ofSeconds(10), Duration.ofSeconds(1), 1, 2, 2));
  }

  /** The shop with a promise on the p95 of all its requests, which is about 23 ms. */
  static Scenario shopPromising(double p95Seconds) {
    return shop()
        .objective(new Metric.Latency(Optional.empty(), new Statistic.Percentile(95)), p95Seconds)
        .build();
  }
}
