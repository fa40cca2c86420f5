package dev.fastsim.yaml;

import static dev.fastsim.yaml.Words.asMap;
import static dev.fastsim.yaml.Words.map;
import static dev.fastsim.yaml.Words.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * AsyncFlow files mean here what they mean there: 24 replications against 24 seeds of {@link
 * AsyncFlowPort}, or of the original where a folder has its numbers in a {@code .json} beside each
 * file; {@code scripts/compare-with-asyncflow} names such a folder.
 *
 * <p>Two means agree if they are within a joint band of 99.99% (Welch 1947), widened by the 0.1%
 * that a percentile's histogram may be off. Some 60 numbers are compared, so that a correct reader
 * and simulator fail for about 6 in 1000 choices of seeds; as these are fixed, always or never.
 */
class AsyncFlowAgreementTest {

  private static final String FOLDER = "fastsim.asyncflow.folder";
  private static final int SEEDS = 24;
  private static final double CONFIDENCE = 0.9999;
  private static final double RESOLUTION = 0.001;

  private record Figure(double mean, double sd, int count) {

    static Figure of(SummaryStatistics values) {
      return new Figure(values.getMean(), values.getStandardDeviation(), (int) values.getN());
    }

    double variance() {
      return sd * sd / count;
    }
  }

  static Stream<Path> files() throws IOException, URISyntaxException {
    String named = System.getProperty(FOLDER, "");
    Path folder =
        named.isEmpty()
            ? Path.of(
                Objects.requireNonNull(AsyncFlowAgreementTest.class.getResource("agreement"))
                    .toURI())
            : Path.of(named);
    return Files.list(folder).filter(file -> file.toString().endsWith(".yml")).sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileGivesTheNumbersOfTheOriginal(Path file) throws IOException {
    Path numbers = Path.of(file.toString().replaceAll("\\.yml$", ".json"));
    Map<String, Figure> theirs = Files.exists(numbers) ? original(numbers) : ported(file);
    Map<String, Figure> ours = ours(file);
    List<String> table = new ArrayList<>();
    boolean agree = true;
    for (Map.Entry<String, Figure> entry : ours.entrySet()) {
      Figure their = theirs.get(entry.getKey());
      if (their == null) {
        continue; // an endless sum of nothing: the original leaves it out
      }
      Figure our = entry.getValue();
      double band = band(our, their) + RESOLUTION * Math.abs(their.mean);
      boolean same = Math.abs(our.mean - their.mean) <= band;
      agree &= same;
      table.add(
          String.format(
              Locale.ROOT,
              "%-4s %-32s FastSim %-12.6g AsyncFlow %-12.6g difference %+.2e, band %.2e",
              same ? "ok" : "NOT",
              entry.getKey(),
              our.mean,
              their.mean,
              our.mean - their.mean,
              band));
    }
    String text = file.getFileName() + "\n" + String.join("\n", table);
    if (!System.getProperty(FOLDER, "").isEmpty()) {
      System.out.println(text);
    }
    assertThat(table).hasSizeGreaterThan(5);
    assertThat(agree).as(text).isTrue();
  }

  /** Half the width of the band around the difference of two means. */
  private static double band(Figure a, Figure b) {
    double variance = a.variance() + b.variance();
    if (variance == 0) {
      return 0;
    }
    double freedom =
        variance
            * variance
            / (a.variance() * a.variance() / (a.count - 1)
                + b.variance() * b.variance() / (b.count - 1));
    double t = new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return t * Math.sqrt(variance);
  }

  private static Map<String, Figure> ours(Path file) {
    Scenario loaded = ScenarioFile.load(file).scenario();
    Scenario scenario = loaded.withRuns(loaded.runs().withSeed(20261124).withReplications(SEEDS));
    SimulationResult result = Experiment.run(scenario);
    Map<String, Figure> figures = new TreeMap<>();
    put(figures, "completed", result, run -> run.outcomes().completed());
    put(figures, "mean", result, run -> run.latency().mean());
    for (int percent : List.of(50, 95, 99)) {
      put(figures, "p" + percent, result, run -> run.latency().percentile(percent));
    }
    for (int i = 0; i < scenario.services().size(); i++) {
      int service = i;
      String name = "[" + scenario.services().get(i).name() + "]";
      put(
          figures,
          "mean_ready_queue" + name,
          result,
          run -> replica(run.services().get(service)).readyQueue().mean());
      put(
          figures,
          "mean_io_queue" + name,
          result,
          run -> replica(run.services().get(service)).ioInFlight().mean());
      put(
          figures,
          "mean_ram_in_use" + name,
          result,
          run -> replica(run.services().get(service)).ramBytes().mean() / (1 << 20));
    }
    for (int i = 0; i < scenario.links().size(); i++) {
      int link = i;
      put(
          figures,
          "mean_edge_conn[" + scenario.links().get(i).name() + "]",
          result,
          run -> run.links().get(link).inFlight());
    }
    return figures;
  }

  private static ReplicaRun replica(ServiceRun service) {
    return service.replicas().get(0);
  }

  private static void put(
      Map<String, Figure> figures,
      String name,
      SimulationResult result,
      ToDoubleFunction<RunResult> metric) {
    SummaryStatistics values = new SummaryStatistics();
    result.runs().forEach(run -> values.addValue(metric.applyAsDouble(run)));
    figures.put(name, Figure.of(values));
  }

  private static Map<String, Figure> ported(Path file) throws IOException {
    Map<String, Object> document = parse(file);
    Map<String, SummaryStatistics> values = new TreeMap<>();
    IntStream.range(0, SEEDS)
        .mapToObj(seed -> new AsyncFlowPort(document, seed).run())
        .forEach(
            figures ->
                figures.forEach(
                    (name, value) ->
                        values
                            .computeIfAbsent(name, unused -> new SummaryStatistics())
                            .addValue(value)));
    Map<String, Figure> result = new TreeMap<>();
    values.forEach((name, each) -> result.put(name, Figure.of(each)));
    return result;
  }

  private static Map<String, Figure> original(Path numbers) throws IOException {
    Map<String, Object> document = parse(numbers);
    int seeds = (int) number(document, "seeds", SEEDS);
    Map<String, Figure> result = new TreeMap<>();
    map(document, "summary")
        .forEach(
            (name, figure) ->
                result.put(
                    name,
                    new Figure(
                        number(asMap(figure), "mean", 0), number(asMap(figure), "std", 0), seeds)));
    return result;
  }

  /** Reads YAML, of which JSON is a part. */
  private static Map<String, Object> parse(Path file) throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    return asMap(Objects.requireNonNull(load.loadFromString(Files.readString(file))));
  }
}
