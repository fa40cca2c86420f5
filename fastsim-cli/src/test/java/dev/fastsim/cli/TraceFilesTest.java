package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.timeline.ChromeTrace;
import dev.fastsim.timeline.OtlpTraces;
import dev.fastsim.timeline.TimelineWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFilesTest {

  private static final Scenario SHOP = CliRun.shop().build();
  private static final SimulationResult RESULT = FastSim.simulate(SHOP);

  @TempDir private Path folder;

  private static void assertInvalid(CliRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains(message);
  }

  private static byte[] trace(TimelineWindow window) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChromeTrace.write(RESULT.timeline(0, window), out);
    return out.toByteArray();
  }

  @Test
  void theTraceIsAroundTheSlowestRequest() throws IOException {
    Path file = folder.resolve("made/trace.json");

    CliRun run = CliRun.of(SHOP, "run", "shop.yml", "--trace", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(file).hasBinaryContent(trace(TimelineWindow.aroundSlowest()));
    assertThat(Files.readString(file)).contains("(slowest)");
  }

  @Test
  void theWindowCanBeChosen() {
    Path file = folder.resolve("trace.json");

    CliRun.of(SHOP, "run", "f.yml", "--trace", file.toString(), "--window", "warm-up");
    assertThat(file).hasBinaryContent(trace(TimelineWindow.afterWarmUp()));

    CliRun.of(
        SHOP, "run", "f.yml", "--trace=" + file, "--window", "2.5 s", "--window-requests", "7");
    assertThat(file).hasBinaryContent(trace(new TimelineWindow.From(Duration.ofMillis(2500), 7)));
  }

  @Test
  void otlpHasTheSlowestRequests() {
    Path file = folder.resolve("made/otlp.json");

    CliRun run = CliRun.of(SHOP, "run", "f.yml", "--otlp", file.toString(), "--otlp-requests", "3");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    OtlpTraces.write(RESULT.slowestRequests(0, 3), 1, 0, expected);
    assertThat(file).hasBinaryContent(expected.toByteArray());
  }

  @Test
  void wrongOptionsAreExplained() {
    assertInvalid(
        CliRun.of(SHOP, "run", "f.yml", "--window", "soon"),
        "option '--window': expected 'slowest', 'warm-up' or a time; 'soon' is not a duration");
    assertInvalid(
        CliRun.of(SHOP, "run", "f.yml", "--window-requests", "0"),
        "option '--window-requests' must be at least 1, but is 0");
    assertInvalid(
        CliRun.of(SHOP, "run", "f.yml", "--otlp-requests", "0"),
        "option '--otlp-requests' must be at least 1, but is 0");
  }
}
