package dev.fastsim.model;

import dev.fastsim.annotations.Baseline;
import dev.fastsim.model.AnnotationFinder.Found;
import dev.fastsim.model.Mistakes.Place;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.sla.RegressionLimit;
import dev.fastsim.units.Shares;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is compared with a saved result. */
final class BaselineReader {

  private static final String CHOICES = "mean, p50, p90, p95, p99, p999, throughput, errorRate";
  private static final Path FOLDER = Path.of("src", "test", "baselines");

  private final Class<?> type;
  private final Optional<Baseline> baseline;
  private final Place place;

  BaselineReader(Class<?> type, AnnotationFinder finder, Mistakes mistakes) {
    this.type = type;
    this.baseline = finder.onClass(type, Baseline.class).map(Found::annotation);
    this.place = mistakes.on(type, Baseline.class);
  }

  /** Where the baseline is, if the class has one. */
  Optional<Path> file() {
    return baseline.flatMap(
        annotation ->
            annotation.file().isBlank()
                ? Optional.of(FOLDER.resolve(type.getName() + ".json"))
                : place.attribute("file", () -> path(annotation.file().strip())));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it is no path: " + e.getMessage(), e);
    }
  }

  /** Reports what is wrong with it. */
  void check() {
    file();
    ofEndpoint("");
  }

  /** What is promised of an endpoint. */
  List<BaselinePromise> ofEndpoint(String name) {
    List<BaselinePromise> promises = new ArrayList<>();
    baseline.ifPresent(
        annotation -> {
          Optional<String> endpoint = Optional.of(name);
          latency("mean", annotation.mean(), endpoint, new Statistic.Mean(), promises);
          latency("p50", annotation.p50(), endpoint, new Statistic.Percentile(50), promises);
          latency("p90", annotation.p90(), endpoint, new Statistic.Percentile(90), promises);
          latency("p95", annotation.p95(), endpoint, new Statistic.Percentile(95), promises);
          latency("p99", annotation.p99(), endpoint, new Statistic.Percentile(99), promises);
          latency("p999", annotation.p999(), endpoint, new Statistic.Percentile(99.9), promises);
          add("throughput", annotation.throughput(), new Metric.Throughput(endpoint), promises);
          add("errorRate", annotation.errorRate(), new Metric.ErrorRate(endpoint), promises);
          if (promises.isEmpty()) {
            place.refuse("it compares nothing; give a tolerance to at least one of " + CHOICES);
          }
        });
    return promises;
  }

  private void latency(
      String attribute,
      String tolerance,
      Optional<String> endpoint,
      Statistic statistic,
      List<BaselinePromise> promises) {
    add(attribute, tolerance, new Metric.Latency(endpoint, statistic), promises);
  }

  private void add(
      String attribute, String tolerance, Metric metric, List<BaselinePromise> promises) {
    if (!tolerance.isEmpty()) {
      Optional<RegressionLimit> limit =
          place.attribute(attribute, () -> new RegressionLimit(metric, Shares.parse(tolerance)));
      promises.add(new BaselinePromise(metric, tolerance, limit));
    }
  }
}
