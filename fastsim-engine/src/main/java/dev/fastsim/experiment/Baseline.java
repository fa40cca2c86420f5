package dev.fastsim.experiment;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import tools.jackson.core.JacksonException;

/**
 * A result that was saved ({@link SimulationResult#toJson()}), to compare others with.
 *
 * <p>If the other has the same seed and duration, its replications met the same arrivals and
 * service times as those of the same number did, and each is compared with its own (paired-t).
 * Otherwise the two are independent, and are compared by Welch's t; seeds, durations and numbers of
 * replications may then differ.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Baseline {

  /** What is kept of latencies for each replication, by its name in the file. */
  static final Map<String, Statistic> LATENCIES = latencies();

  private static final int OLDEST_VERSION = 4;

  private final Path file;
  private final JsonTree json;

  private Baseline(Path file, JsonTree json) {
    this.file = file;
    this.json = json;
  }

  private static Map<String, Statistic> latencies() {
    Map<String, Statistic> latencies = new LinkedHashMap<>();
    latencies.put("mean", new Statistic.Mean());
    latencies.put("p50", new Statistic.Percentile(50));
    latencies.put("p90", new Statistic.Percentile(90));
    latencies.put("p95", new Statistic.Percentile(95));
    latencies.put("p99", new Statistic.Percentile(99));
    latencies.put("p999", new Statistic.Percentile(99.9));
    return Collections.unmodifiableMap(latencies);
  }

  /**
   * Reads a result as {@link SimulationResult#toJson()} and {@code fastsim run --json} write it.
   *
   * @throws IOException if the file cannot be read
   * @throws InvalidBaselineException if it is no such result, or was written by a version that did
   *     not keep the values of single replications
   */
  public static Baseline read(Path file) throws IOException {
    try {
      Baseline baseline = new Baseline(file, JsonTree.parse(Files.readString(file)));
      baseline.checkVersion();
      return baseline;
    } catch (JacksonException | IllegalArgumentException mistake) {
      throw new InvalidBaselineException(
          "%s is no result that FastSim has written: %s"
              .formatted(
                  file, String.valueOf(mistake.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private void checkVersion() {
    String schema = json.at(String.class, "schema").orElse("");
    String version = schema.replaceFirst("^" + ResultJson.SCHEMA, "");
    if (version.equals(schema) || !version.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "its member 'schema' must be %s%d, but is %s"
              .formatted(
                  ResultJson.SCHEMA,
                  ResultJson.VERSION,
                  schema.isEmpty() ? "missing" : "'" + schema + "'"));
    }
    int number = Integer.parseInt(version);
    if (number < OLDEST_VERSION || number > ResultJson.VERSION) {
      throw new InvalidBaselineException(
          "%s is of version %d of results, which %s; write it anew"
              .formatted(
                  file,
                  number,
                  number < OLDEST_VERSION
                      ? "has no values of single replications to compare"
                      : "this FastSim does not know (%d is its latest)"
                          .formatted(ResultJson.VERSION)));
    }
  }

  /** Where it was read from. */
  public Path file() {
    return file;
  }

  /** Its seed. */
  public long seed() {
    return json.at(Number.class, "seed").map(Number::longValue).orElseThrow(() -> lacks("seed"));
  }

  /** How many replications it has. */
  public int replications() {
    return json.at(Number.class, "replications")
        .map(Number::intValue)
        .orElseThrow(() -> lacks("replications"));
  }

  private double simulatedSeconds() {
    return json.at(Number.class, "simulatedSeconds")
        .map(Number::doubleValue)
        .orElseThrow(() -> lacks("simulatedSeconds"));
  }

  /**
   * How a result differs from this one in a metric.
   *
   * @param metric a mean or a usual percentile of latencies (p50, p90, p95, p99, p99.9), a
   *     throughput or an error rate
   * @throws IllegalArgumentException if it is none of these, or the result has no such endpoint
   * @throws InvalidBaselineException if the baseline has no such endpoint
   */
  public RelativeDifference compare(SimulationResult result, Metric metric) {
    double[] before = each(metric);
    double[] after = new Readings(result).samples(metric);
    boolean paired = isPairedWith(result);
    if (paired) {
      double[] all = before;
      double[] others = after;
      int[] known =
          IntStream.range(0, Math.min(all.length, others.length))
              .filter(i -> !Double.isNaN(all[i]) && !Double.isNaN(others[i]))
              .toArray();
      before = Arrays.stream(known).mapToDouble(i -> all[i]).toArray();
      after = Arrays.stream(known).mapToDouble(i -> others[i]).toArray();
    } else {
      before = known(before);
      after = known(after);
    }
    Estimate ratio =
        before.length == 0 || after.length == 0
            ? new Estimate(Double.NaN, Double.NaN, Double.NaN, 0)
            : paired ? MeanRatio.paired(before, after) : MeanRatio.independent(before, after);
    return new RelativeDifference(
        metric,
        Estimate.of(before),
        Estimate.of(after),
        new Estimate(ratio.value() - 1, ratio.low() - 1, ratio.high() - 1, ratio.replications()),
        paired);
  }

  /** Whether the replications of the same number met the same random numbers. */
  private boolean isPairedWith(SimulationResult result) {
    Duration duration = result.scenario().runs().duration();
    return seed() == result.scenario().runs().seed()
        && simulatedSeconds() == duration.toNanos() / 1e9
        && (replications() == 1) == (result.runs().size() == 1);
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** The values of a metric, one for each replication or batch; NaN where it had no sample. */
  private double[] each(Metric metric) {
    String[] inside = path(metric);
    String[] path =
        metric
            .endpoint()
            .map(name -> Stream.concat(Stream.of("endpoints", name), Arrays.stream(inside)))
            .orElseGet(() -> Arrays.stream(inside))
            .toArray(String[]::new);
    List<?> values = json.at(List.class, path).orElseThrow(() -> lacks(String.join(".", path)));
    return values.stream()
        .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
        .toArray();
  }

  private static String[] path(Metric metric) {
    if (metric instanceof Metric.Latency latency) {
      for (Map.Entry<String, Statistic> known : LATENCIES.entrySet()) {
        if (known.getValue().equals(latency.statistic())) {
          return new String[] {"latency", known.getKey(), "each"};
        }
      }
    } else if (metric instanceof Metric.Throughput) {
      return new String[] {"throughput", "each"};
    } else if (metric instanceof Metric.ErrorRate) {
      return new String[] {"errorRate", "each"};
    }
    throw new IllegalArgumentException(
        "a baseline has the mean, p50, p90, p95, p99 and p99.9 of latencies, throughputs and error"
            + " rates, but no "
            + Readings.name(metric));
  }

  private InvalidBaselineException lacks(String path) {
    Optional<String> endpoints =
        json.at(Map.class, "endpoints")
            .filter(any -> path.startsWith("endpoints."))
            .map(map -> "; its endpoints are " + map.keySet());
    return new InvalidBaselineException(
        "%s has no %s%s".formatted(file, path, endpoints.orElse("")));
  }
}
