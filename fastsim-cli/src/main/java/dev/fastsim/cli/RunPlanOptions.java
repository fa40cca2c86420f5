package dev.fastsim.cli;

import dev.fastsim.scenario.RunPlan;
import dev.fastsim.units.Durations;
import dev.fastsim.units.UnitFormatException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that change how long and how often a file is simulated. */
final class RunPlanOptions {

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all random numbers, instead of the file's.")
  private @Nullable Long seed;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Run exactly so many replications.")
  private @Nullable Integer replications;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "Simulated time of one replication, such as '10 min'. A shorter one has as much less"
              + " warm-up.",
      converter = DurationConverter.class)
  private @Nullable Duration duration;

  /**
   * The file's plan with these options.
   *
   * @throws IllegalArgumentException if they are out of range
   */
  RunPlan applyTo(RunPlan plan) {
    RunPlan changed = plan;
    if (duration != null) {
      changed = changed.withDuration(duration);
    }
    if (replications != null) {
      changed = changed.withReplications(replications);
    }
    return seed == null ? changed : changed.withSeed(seed);
  }

  private static final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        return Duration.ofNanos(Durations.parseNanos(text));
      } catch (UnitFormatException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
