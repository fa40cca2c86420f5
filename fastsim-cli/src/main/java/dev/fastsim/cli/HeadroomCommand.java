package dev.fastsim.cli;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.report.Report;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.LoadedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim headroom}: how much more traffic there is room for. */
@Command(
    name = "headroom",
    description = "Finds the most traffic at which every SLA of a file is kept.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class HeadroomCommand implements Callable<Integer> {

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario, as YAML.")
  private Path file;

  @Mixin private ScenarioOptions options;

  @Mixin private ReportFiles reports;

  @Option(
      names = "--min",
      paramLabel = "FACTOR",
      description =
          "End with 1 if there is room for less than so many times the traffic, instead of the"
              + " headroom that the file promises.")
  private @Nullable Double min;

  HeadroomCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    LoadedScenario loaded = options.loadFile(file, loader, spec);
    Scenario scenario = loaded.scenario();
    if (scenario.objectives().isEmpty()) {
      throw new WrongInputException("%s has no SLA to keep; add slas".formatted(file));
    }
    Headroom headroom = Headroom.of(scenario, () -> false);
    PrintWriter out = spec.commandLine().getOut();
    out.println("headroom: " + headroom.text());
    headroom.trials().forEach(trial -> out.println("  " + trial.text()));
    headroom.violations().forEach(text -> out.println("odd: " + text));
    reports.write(() -> Report.of(scenario, headroom));
    double least = min != null ? min : loaded.headroom().orElse(0);
    return headroom.factor() < least ? ExitCode.BREACHED : ExitCode.DONE;
  }
}
