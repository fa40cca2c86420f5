package dev.fastsim.cli;

import dev.fastsim.timeline.ChromeTrace;
import dev.fastsim.timeline.OtlpTraces;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that write what single requests did when, and their writing. */
final class TraceFiles {

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Write what requests and cores did in a window of the first replication, as a trace that"
              + " Perfetto (ui.perfetto.dev) and Chrome open.")
  private @Nullable Path trace;

  @Option(
      names = "--otlp",
      paramLabel = "FILE",
      description =
          "Write the slowest requests of the first replication as OTLP JSON, which Jaeger opens.")
  private @Nullable Path otlp;

  @Option(
      names = "--otlp-requests",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many requests --otlp writes; 10 if not said.")
  private int slowest;

  /**
   * Looks at the options before anything is simulated.
   *
   * @throws ParameterException if they are wrong
   */
  void check(CommandSpec spec) {
    if (slowest < 1) {
      throw new ParameterException(
          spec.commandLine(), "option '--otlp-requests' must be at least 1, but is " + slowest);
    }
  }

  /**
   * Writes what was asked for; directories are made.
   *
   * @param timeline gives the window
   * @param requests gives so many slowest requests, the slowest first
   */
  void write(Supplier<Timeline> timeline, IntFunction<List<RecordedRequest>> requests, long seed)
      throws IOException {
    if (trace != null) {
      try (OutputStream out = create(trace)) {
        ChromeTrace.write(timeline.get(), out);
      }
    }
    if (otlp != null) {
      try (OutputStream out = create(otlp)) {
        OtlpTraces.write(requests.apply(slowest), seed, 0, out);
      }
    }
  }

  private static OutputStream create(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.newOutputStream(file);
  }
}
