package dev.fastsim.cli;

import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.Experiment;
import dev.fastsim.report.Report;
import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim compare}: how one file differs from another. */
@Command(
    name = "compare",
    description = {
      "Simulates two files with the same random numbers and shows the differences.",
      "The second is simulated for as long and as often as the first. A star stands where the"
          + " interval leaves no doubt that there is a difference."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CompareCommand implements Callable<Integer> {

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "What is compared with, as YAML.")
  private Path first;

  @Parameters(index = "1", paramLabel = "OTHER", description = "What is compared, as YAML.")
  private Path second;

  @Mixin private ScenarioOptions options;

  @Mixin private ReportFiles reports;

  CompareCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    Scenario before = options.load(first, loader, spec);
    Scenario after = options.load(second, loader, spec).withRuns(before.runs());
    Comparison comparison = Comparison.of(Experiment.run(before), Experiment.run(after));
    spec.commandLine().getOut().print(comparison.summary());
    reports.write(() -> Report.of(comparison));
    return ExitCode.DONE;
  }
}
