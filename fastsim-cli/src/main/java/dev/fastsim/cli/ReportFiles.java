package dev.fastsim.cli;

import dev.fastsim.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that write a report, and its writing. */
final class ReportFiles {

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report as one HTML file, with charts and without links to elsewhere.")
  private @Nullable Path html;

  /** Whether a report is asked for. */
  boolean areAskedFor() {
    return html != null;
  }

  /** Writes what was asked for; directories are made. */
  void write(Report report) throws IOException {
    if (html != null) {
      report.writeTo(html);
    }
  }
}
