package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.report.Report;
import dev.fastsim.report.TimelinePicture;
import dev.fastsim.report.TimelineText;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.timeline.ChromeTrace;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import dev.fastsim.yaml.ScenarioFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineCommandTest {

  private static final Scenario SHOP = CliRun.shop().build();
  private static final Timeline TIMELINE =
      FastSim.timeline(SHOP, new TimelineWindow.AfterWarmUp(12));
  private static final Path DOCS = Path.of("..", "docs");

  @TempDir private Path folder;

  @Test
  void lanesAreDrawnInTheTerminal() {
    CliRun run =
        CliRun.of(SHOP, "timeline", "f.yml", "--window", "warm-up", "--window-requests", "12");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo(TimelineText.of(TIMELINE));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void pagePictureAndTraceAreOfTheSameWindow() throws IOException {
    Path page = folder.resolve("made/page.html");
    Path svg = folder.resolve("made/too/picture.svg");
    Path trace = folder.resolve("trace.json");

    CliRun run =
        CliRun.of(
            SHOP,
            "timeline",
            "f.yml",
            "--window=warm-up",
            "--window-requests=12",
            "--report=" + page,
            "--svg=" + svg,
            "--trace=" + trace);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page)).isEqualTo(Report.of(TIMELINE).toHtml());
    assertThat(Files.readString(svg)).isEqualTo(TimelinePicture.of(TIMELINE));
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ChromeTrace.write(TIMELINE, expected);
    assertThat(trace).hasBinaryContent(expected.toByteArray());
  }

  @Test
  void theReportOfARunShowsTheWindowIfAskedTo() throws IOException {
    Path page = folder.resolve("run.html");

    CliRun.of(SHOP, "run", "f.yml", "--report=" + page);
    assertThat(Files.readString(page)).doesNotContain("id=\"timeline\"");

    CliRun.of(SHOP, "run", "f.yml", "--report=" + page, "--timeline");
    assertThat(Files.readString(page)).contains("id=\"timeline\"", "id=\"latency\"");
  }

  /** The picture of docs/event-loop.md is what the command there makes. */
  @Test
  void thePictureInTheDocumentationIsTrue() throws IOException {
    Path made = folder.resolve("event-loop.svg");

    CliRun run =
        CliRun.of(
            ScenarioFile::load,
            "timeline",
            DOCS.resolve("event-loop.yml").toString(),
            "--svg=" + made);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(made).hasSameTextualContentAs(DOCS.resolve("event-loop.svg"));
    assertThat(Files.readString(DOCS.resolve("event-loop.md"))).contains(run.out());
  }
}
