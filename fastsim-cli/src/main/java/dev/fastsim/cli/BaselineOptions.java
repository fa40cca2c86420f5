package dev.fastsim.cli;

import dev.fastsim.experiment.Baseline;
import dev.fastsim.experiment.InvalidBaselineException;
import dev.fastsim.experiment.Readings;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.RegressionLimit;
import dev.fastsim.sla.RegressionVerdict;
import dev.fastsim.units.Shares;
import dev.fastsim.units.UnitFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that compare a result with a saved one, and save it. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class BaselineOptions {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Compare latencies, throughput and error rate with a saved result, and end with 1 if one"
              + " is worse by more than the tolerance.")
  private @Nullable Path file;

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      defaultValue = "5%",
      description = "How much worse than the baseline is no failure (default: ${DEFAULT-VALUE}).",
      converter = ShareConverter.class)
  private Double tolerance;

  @Option(
      names = "--save-baseline",
      paramLabel = "FILE",
      description = "Save the result for --baseline.")
  private @Nullable Path saved;

  /**
   * Reads the baseline, if there is to be a comparison.
   *
   * @throws WrongInputException if there is none, or it is no result
   * @throws IOException if it cannot be read
   */
  Optional<Baseline> read() throws IOException {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Baseline.read(file));
    } catch (NoSuchFileException missing) {
      throw new WrongInputException(
          "there is no baseline %s; save one with --save-baseline %s".formatted(file, file));
    } catch (InvalidBaselineException unusable) {
      throw new WrongInputException(String.valueOf(unusable.getMessage()));
    }
  }

  /**
   * Compares all that a baseline keeps of the scenario.
   *
   * @throws WrongInputException if the baseline has no such endpoint
   */
  List<RegressionVerdict> compare(Baseline baseline, SimulationResult result) {
    try {
      return metrics(result.scenario()).stream()
          .map(metric -> new RegressionLimit(metric, tolerance))
          .map(limit -> RegressionVerdict.of(limit, baseline, result))
          .toList();
    } catch (InvalidBaselineException unusable) {
      throw new WrongInputException(String.valueOf(unusable.getMessage()));
    }
  }

  private static List<Metric> metrics(Scenario scenario) {
    return Readings.of(scenario).stream()
        .filter(
            metric ->
                metric instanceof Metric.Latency
                    || metric instanceof Metric.Throughput
                    || metric instanceof Metric.ErrorRate)
        .toList();
  }

  /** Saves a result, if that is asked for; directories are made. */
  void save(SimulationResult result) throws IOException {
    if (saved != null) {
      ResultFiles.createDirectoriesFor(saved);
      Files.writeString(saved, result.toJson() + "\n");
    }
  }

  private static final class ShareConverter implements ITypeConverter<Double> {

    @Override
    public Double convert(String text) {
      try {
        return Shares.parse(text);
      } catch (UnitFormatException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
