package dev.fastsim.cli;

import dev.fastsim.report.Report;
import dev.fastsim.report.page.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that write a report, and its writing. */
final class ReportFiles {

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report as one HTML file, with charts and without links to elsewhere.")
  private @Nullable Path html;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a summary in Markdown, for a comment on a change.")
  private @Nullable Path markdown;

  @Option(
      names = "--chart",
      paramLabel = "ID=FILE",
      description =
          "Write one chart of the report as SVG, such as latency-histogram=latency.svg; may be"
              + " repeated.")
  private Map<String, Path> charts = new LinkedHashMap<>();

  /** Whether a report is asked for. */
  boolean areAskedFor() {
    return html != null || markdown != null || !charts.isEmpty();
  }

  /** Writes what was asked for, if anything was. */
  void write(Supplier<Report> report) throws IOException {
    if (areAskedFor()) {
      write(report.get());
    }
  }

  /** Writes what was asked for; directories are made. */
  private void write(Report report) throws IOException {
    if (html != null) {
      report.writeTo(html);
    }
    if (markdown != null) {
      write(markdown, report.toMarkdown());
    }
    for (Map.Entry<String, Path> chart : charts.entrySet()) {
      write(chart.getValue(), chart(report, chart.getKey()).toSvg());
    }
  }

  private static Chart chart(Report report, String id) {
    try {
      return report.chart(id);
    } catch (IllegalArgumentException unknown) {
      throw new WrongInputException("option '--chart': " + unknown.getMessage());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
