package dev.fastsim.cli;

import dev.fastsim.experiment.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that write a result into files, and their writing. */
final class ResultFiles {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the result as JSON; '-' writes it to standard output.")
  private @Nullable Path json;

  @Option(
      names = "--hlog",
      paramLabel = "DIR",
      description = "Write HdrHistogram logs of the latencies, in nanoseconds.")
  private @Nullable Path hlog;

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description = "Write tables of latencies, requests, servers, pools, links and throughput.")
  private @Nullable Path csv;

  /** Whether standard output is for JSON alone. */
  boolean takeStandardOutput() {
    return STANDARD_OUTPUT.equals(json);
  }

  /**
   * Writes what was asked for; directories are made.
   *
   * @param wall time the simulation took
   * @param out standard output
   */
  void write(SimulationResult result, Duration wall, Appendable out) throws IOException {
    if (json != null) {
      String text = result.toJson(wall) + "\n";
      if (takeStandardOutput()) {
        out.append(text);
      } else {
        createDirectoriesFor(json);
        Files.writeString(json, text);
      }
    }
    if (hlog != null) {
      HistogramLogs.write(result, Files.createDirectories(hlog));
    }
    if (csv != null) {
      CsvTables.write(result, Files.createDirectories(csv));
    }
  }

  /** Makes the directories that a file is to be in. */
  static void createDirectoriesFor(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }
}
