package dev.fastsim.cli;

import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Durations;
import dev.fastsim.yaml.LoadedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim run}: simulates a file and judges its promises. */
@Command(name = "run", description = "Simulates a file and judges the SLAs in it.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RunCommand implements Callable<Integer> {

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario, as YAML.")
  private Path file;

  @Mixin private RunPlanOptions plan;

  @Mixin private ResultFiles files;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but warnings and broken SLAs.")
  private boolean quiet;

  @Option(
      names = "--inconclusive",
      paramLabel = "POLICY",
      defaultValue = "fail",
      description =
          "What becomes of SLAs that can neither be shown to be kept nor to be breached: fail (exit"
              + " code 1, the default), abort (4) or pass (0).")
  private Inconclusive inconclusive;

  RunCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    Scenario scenario = scenario();
    long start = System.nanoTime();
    Assessment assessment = assess(scenario);
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    files.write(assessment.result(), wall, out());
    report(assessment, wall);
    return exitCode(assessment);
  }

  private int exitCode(Assessment assessment) {
    List<Decision> decisions = assessment.verdicts().stream().map(Verdict::decision).toList();
    if (decisions.contains(Decision.FAIL)) {
      return ExitCode.BREACHED;
    }
    return decisions.contains(Decision.INCONCLUSIVE) ? inconclusive.exitCode : ExitCode.DONE;
  }

  /** What becomes of a promise that cannot be decided. */
  private enum Inconclusive {
    FAIL(ExitCode.BREACHED),
    ABORT(ExitCode.UNDECIDED),
    PASS(ExitCode.DONE);

    private final int exitCode;

    Inconclusive(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private Scenario scenario() {
    LoadedScenario loaded = loader.load(file);
    Warnings.print(loaded.warnings(), err());
    Scenario scenario = loaded.scenario();
    try {
      return scenario.withRuns(plan.applyTo(scenario.runs()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Assessment assess(Scenario scenario) {
    if (quiet || !Terminal.isAttached()) {
      return Assessment.of(scenario, () -> false);
    }
    try (ProgressDisplay progress = new ProgressDisplay(err())) {
      return Assessment.of(scenario, progress);
    }
  }

  private void report(Assessment assessment, Duration wall) {
    PrintWriter text = files.takeStandardOutput() ? err() : out();
    SimulationResult result = assessment.result();
    if (!quiet) {
      text.println(result.summary());
      text.println(result.latencyHistogram());
    }
    text.print(VerdictsText.of(assessment, quiet));
    if (!quiet) {
      long events = result.runs().stream().mapToLong(RunResult::events).sum();
      err()
          .printf(
              "%s events in %s%n",
              Counts.format(events), Durations.format((double) wall.toNanos()));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
