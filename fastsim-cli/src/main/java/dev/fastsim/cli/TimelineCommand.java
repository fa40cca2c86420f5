package dev.fastsim.cli;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.report.Report;
import dev.fastsim.report.TimelinePicture;
import dev.fastsim.report.TimelineText;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fastsim timeline}: what single requests did when. */
@Command(
    name = "timeline",
    description = {
      "Shows what each core and each request did in a window of the first replication.",
      "Only this replication is simulated, and no SLA is judged."
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class TimelineCommand implements Callable<Integer> {

  private static final ProgressMonitor NEVER_CANCELLED = () -> false;

  private final ScenarioLoader loader;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario, as YAML.")
  private Path file;

  @Mixin private ScenarioOptions options;

  @Mixin private WindowOptions windows;

  @Mixin private ReportFiles reports;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Write the lanes as a picture for documents.")
  private @Nullable Path svg;

  @Mixin private TraceFiles traces;

  TimelineCommand(ScenarioLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws IOException {
    traces.check(spec);
    TimelineWindow window = windows.window(spec);
    Scenario scenario = options.load(file, loader, spec);
    Timeline timeline = Experiment.timeline(scenario, 0, window, NEVER_CANCELLED);
    spec.commandLine().getOut().print(TimelineText.of(timeline));
    reports.write(() -> Report.of(timeline));
    if (svg != null) {
      TimelinePicture.write(timeline, svg);
    }
    traces.write(
        () -> timeline,
        count -> Experiment.slowestRequests(scenario, 0, count, NEVER_CANCELLED),
        scenario.runs().seed());
    return ExitCode.DONE;
  }
}
