package dev.fastsim.cli;

import dev.fastsim.capacity.HeadroomVerdict;
import dev.fastsim.capacity.Remedies;
import dev.fastsim.experiment.Baseline;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.report.Report;
import dev.fastsim.report.RunReport;
import dev.fastsim.report.TimelineSection;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.RegressionVerdict;
import dev.fastsim.sla.Verdict;
import dev.fastsim.timeline.TimelineWindow;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Durations;
import dev.fastsim.yaml.LoadedScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Mixin private ScenarioOptions options;

  @Option(
      names = "--what-if",
      paramLabel = "NAME",
      description = "Simulate only this what-if of the file, as if it were all the file says.")
  private @Nullable String whatIf;

  @Mixin private ResultFiles files;

  @Mixin private BaselineOptions baselines;

  @Mixin private ReportFiles reports;

  @Option(
      names = "--timeline",
      description = "Show a window of the run in the report, too, event by event.")
  private boolean timeline;

  @Mixin private TraceFiles traces;

  @Mixin private WindowOptions windows;

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
    LoadedScenario loaded = options.loadFile(file, loader, spec);
    Scenario scenario = scenario(loaded.scenario());
    traces.check(spec);
    TimelineWindow window = windows.window(spec);
    Optional<Baseline> baseline = baselines.read();
    long start = System.nanoTime();
    Assessment assessment = assess(scenario);
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    SimulationResult result = assessment.result();
    files.write(result, wall, out());
    traces.write(
        () -> result.timeline(0, window),
        count -> result.slowestRequests(0, count),
        scenario.runs().seed());
    Remedies remedies = new Remedies(result, Remedies.BUDGET, () -> false);
    print(assessment, remedies, wall);
    RunReport report = RunReport.of(assessment).remedies(remedies::of);
    List<Decision> decisions = new ArrayList<>(decisions(assessment));
    headroom(loaded, assessment).ifPresent(decisions::add);
    for (WhatIf each : scenario.whatIfs()) {
      Assessment changed = assess(each.applyTo(scenario));
      text().print(WhatIfsText.of(each, assessment, changed, quiet));
      decisions.addAll(decisions(changed));
      report.whatIf(each.name(), each.text(scenario), changed);
    }
    reports.write(
        () -> {
          Report page = report.toReport(() -> false);
          return timeline ? page.with(TimelineSection.of(result.timeline(0, window))) : page;
        });
    if (baseline.isPresent()) {
      decisions.addAll(compare(baseline.get(), assessment.result()));
    }
    baselines.save(assessment.result());
    return exitCode(decisions);
  }

  private static List<Decision> decisions(Assessment assessment) {
    return assessment.verdicts().stream().map(Verdict::decision).toList();
  }

  /** Judges what the file promises of it, as it is; else only tells about how much there is. */
  private Optional<Decision> headroom(LoadedScenario loaded, Assessment assessment) {
    if (whatIf == null && loaded.headroom().isPresent()) {
      HeadroomVerdict verdict =
          HeadroomVerdict.of(
              assessment.result().scenario(), loaded.headroom().getAsDouble(), () -> false);
      text().print(HeadroomText.of(verdict, quiet));
      return Optional.of(verdict.decision());
    } else if (!quiet) {
      text().print(HeadroomText.estimate(assessment));
    }
    return Optional.empty();
  }

  private List<Decision> compare(Baseline baseline, SimulationResult result) {
    List<RegressionVerdict> verdicts = baselines.compare(baseline, result);
    text().print(RegressionsText.of(verdicts, baseline, result, quiet));
    return verdicts.stream().map(RegressionVerdict::decision).toList();
  }

  private int exitCode(List<Decision> decisions) {
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

  private Scenario scenario(Scenario scenario) {
    if (whatIf == null) {
      return scenario;
    }
    try {
      return scenario.whatIf(whatIf);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "option '--what-if': " + e.getMessage(), e);
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

  private void print(Assessment assessment, Remedies remedies, Duration wall) {
    PrintWriter text = text();
    SimulationResult result = assessment.result();
    if (!quiet) {
      text.println(result.summary());
      text.println(result.latencyHistogram());
    }
    text.print(VerdictsText.of(assessment, remedies, quiet, ""));
    if (!quiet) {
      long events = result.runs().stream().mapToLong(RunResult::events).sum();
      err()
          .printf(
              "%s events in %s%n",
              Counts.format(events), Durations.format((double) wall.toNanos()));
    }
  }

  /** Where text for people goes. */
  private PrintWriter text() {
    return files.takeStandardOutput() ? err() : out();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
