package dev.fastsim.cli;

import dev.fastsim.experiment.EndpointResult;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.RunPlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes latencies as HdrHistogram logs: one of all requests, and one of each endpoint. A log has
 * an interval for each replication; they follow each other as if they had run one by one.
 */
final class HistogramLogs {

  /** The column of maxima is in milliseconds; the histograms are in nanoseconds. */
  private static final double NANOS_PER_MILLI = 1e6;

  private HistogramLogs() {}

  /** Writes {@code all.hlog} and a log for each endpoint. */
  static void write(SimulationResult result, Path directory) throws IOException {
    FileNames names = new FileNames();
    write(
        result, "all requests", RunResult::latency, directory.resolve(names.next("all") + ".hlog"));
    List<EndpointResult> endpoints = result.endpoints();
    for (int i = 0; i < endpoints.size(); i++) {
      int index = i;
      String name = endpoints.get(i).name();
      write(
          result,
          name,
          run -> run.endpoints().get(index).latency(),
          directory.resolve(names.next(name) + ".hlog"));
    }
  }

  private static void write(
      SimulationResult result,
      String what,
      Function<RunResult, TimeDistribution> latency,
      Path file)
      throws IOException {
    RunPlan plan = result.scenario().runs();
    double duration = plan.duration().toNanos() / 1e9;
    double warmUp = result.warmUp().length().toNanos() / 1e9;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      HistogramLogWriter log = new HistogramLogWriter(out);
      log.outputComment(
          "[FastSim: latency of %s of %s in nanoseconds, an interval for each replication, seed %d]"
              .formatted(oneLine(what), oneLine(result.scenario().name()), plan.seed()));
      log.outputLogFormatVersion();
      log.outputLegend();
      for (RunResult run : result.runs()) {
        double start = run.replication() * duration;
        log.outputIntervalHistogram(
            start + warmUp, start + duration, latency.apply(run).toHistogram(), NANOS_PER_MILLI);
      }
      log.close();
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
