package dev.fastsim.junit;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.scenario.Scenario;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What can be configured from outside a model.
 *
 * <p>The keys are <em>configuration parameters</em> of the JUnit Platform: they are set in {@code
 * junit-platform.properties}, by the build tool, or as system properties ({@code mvn test
 * -Dfastsim.seed=7}). A parameter that is not set leaves the model as it is written.
 */
public final class FastSimConfiguration {

  /** Seed of all random numbers instead of the models' own; a whole number of 64 bits. */
  public static final String SEED = "fastsim.seed";

  /**
   * Folder for the results, one page and one JSON file for each model class and scenario file; made
   * if it does not exist. A relative path starts at the working directory.
   */
  public static final String OUTPUT_DIRECTORY = "fastsim.output.dir";

  /** {@value #OUTPUT_DIRECTORY} if it is not set. */
  public static final String DEFAULT_OUTPUT_DIRECTORY = "target/fastsim";

  /**
   * What becomes of an SLA whose verdict is inconclusive: {@code fail} (default), {@code abort} or
   * {@code pass}.
   */
  public static final String INCONCLUSIVE = "fastsim.inconclusive";

  /**
   * How many requests may be simulated to find out what would fix a breach, for each SLA that
   * fails; a whole number, 0 for not to look. By default 2 000 000, which takes about a second.
   */
  public static final String REMEDIES_REQUESTS = "fastsim.remedies.requests";

  /**
   * Whether a page is written of each model class and scenario file, and an index of them: {@code
   * true} (default) or {@code false}. A page takes the time of one more replication.
   */
  public static final String REPORTS = "fastsim.reports";

  /**
   * Whether the baselines of classes are written rather than compared with: {@code true} or {@code
   * false} (default).
   */
  public static final String BASELINE_UPDATE = "fastsim.baseline.update";

  /** Whether model classes are simulated concurrently: {@code true} or {@code false} (default). */
  public static final String PARALLEL_ENABLED = "fastsim.execution.parallel.enabled";

  /**
   * Prefix of the JUnit Platform's own parameters for parallel execution, as after {@code
   * junit.jupiter.execution.parallel.config.}: {@code strategy}, {@code fixed.parallelism} and so
   * on.
   */
  public static final String PARALLEL_CONFIG_PREFIX = "fastsim.execution.parallel.config.";

  private final OptionalLong seed;
  private final Path outputDirectory;
  private final WhenInconclusive whenInconclusive;
  private final long remediesRequests;
  private final boolean reports;
  private final boolean baselineUpdate;
  private final boolean parallel;

  private FastSimConfiguration(Function<String, Optional<String>> parameters) {
    Optional<Long> number = read(parameters, SEED, "a whole number of 64 bits", Long::valueOf);
    this.seed = number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    this.outputDirectory =
        read(parameters, OUTPUT_DIRECTORY, "the path of a folder", FastSimConfiguration::path)
            .orElse(Path.of(DEFAULT_OUTPUT_DIRECTORY));
    this.whenInconclusive =
        read(parameters, INCONCLUSIVE, "fail, abort or pass", FastSimConfiguration::inconclusive)
            .orElse(WhenInconclusive.FAIL);
    this.remediesRequests =
        read(
                parameters,
                REMEDIES_REQUESTS,
                "a whole number, 0 or more",
                FastSimConfiguration::requests)
            .orElse(Remedies.BUDGET);
    this.reports =
        read(parameters, REPORTS, "true or false", FastSimConfiguration::bool).orElse(true);
    this.baselineUpdate =
        read(parameters, BASELINE_UPDATE, "true or false", FastSimConfiguration::bool)
            .orElse(false);
    this.parallel =
        read(parameters, PARALLEL_ENABLED, "true or false", FastSimConfiguration::bool)
            .orElse(false);
  }

  /**
   * Reads the parameters.
   *
   * @param parameters gives the value of a key, if it is set
   * @throws FastSimConfigurationException at the first value that is not allowed
   */
  public static FastSimConfiguration of(Function<String, Optional<String>> parameters) {
    return new FastSimConfiguration(parameters);
  }

  /** The seed to use instead of a model's own, if one is set. */
  public OptionalLong seed() {
    return seed;
  }

  /** The scenario with what is configured instead of what it says. */
  public Scenario applyTo(Scenario scenario) {
    return seed.isEmpty()
        ? scenario
        : scenario.withRuns(scenario.runs().withSeed(seed.getAsLong()));
  }

  /** The folder for the results. */
  public Path outputDirectory() {
    return outputDirectory;
  }

  /** What becomes of an inconclusive verdict. */
  public WhenInconclusive whenInconclusive() {
    return whenInconclusive;
  }

  /** How many requests may be simulated to find what would fix a breach. */
  public long remediesRequests() {
    return remediesRequests;
  }

  /** Whether pages are written. */
  public boolean reports() {
    return reports;
  }

  /** Whether baselines are written rather than compared with. */
  public boolean baselineUpdate() {
    return baselineUpdate;
  }

  /** Whether model classes are simulated concurrently. */
  public boolean parallel() {
    return parallel;
  }

  private static <T> Optional<T> read(
      Function<String, Optional<String>> parameters,
      String key,
      String allowed,
      Function<String, T> parser) {
    return parameters
        .apply(key)
        .map(
            value -> {
              try {
                return parser.apply(value.strip());
              } catch (IllegalArgumentException wrong) {
                throw FastSimConfigurationException.wrongValue(key, value, allowed);
              }
            });
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new InvalidPathException(text, "empty");
    }
    return Path.of(text);
  }

  private static WhenInconclusive inconclusive(String text) {
    return Arrays.stream(WhenInconclusive.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static long requests(String text) {
    long number = Long.parseLong(text);
    if (number < 0) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
