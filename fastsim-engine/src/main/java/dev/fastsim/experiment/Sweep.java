package dev.fastsim.experiment;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * A scenario over the values of one parameter or two, each point simulated with the same random
 * numbers.
 *
 * @param scenario without the changes
 * @param axes one or two
 * @param points one for each combination of values, the last axis changing fastest
 */
@API(status = API.Status.EXPERIMENTAL)
public record Sweep(Scenario scenario, List<Axis> axes, List<Point> points) {

  /** Most points of a sweep. */
  public static final int MOST = 10_000;

  private static final Metric P99 =
      new Metric.Latency(Optional.empty(), new Statistic.Percentile(99));

  public Sweep {
    axes = List.copyOf(axes);
    points = List.copyOf(points);
  }

  /**
   * A parameter and the values it takes.
   *
   * @param parameter what is changed
   * @param values at least one
   */
  public record Axis(Parameter parameter, List<Double> values) {
    public Axis {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("there is no value for " + parameter.text());
      }
    }
  }

  /**
   * One combination of values.
   *
   * @param values one for each axis
   * @param metrics of the scenario with them, as {@link Readings#of} lists them
   */
  public record Point(List<Double> values, Map<Metric, Estimate> metrics) {
    public Point {
      values = List.copyOf(values);
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * One of its metrics.
     *
     * @throws IllegalArgumentException if it is not among them
     */
    public Estimate estimate(Metric metric) {
      Estimate estimate = metrics.get(metric);
      if (estimate == null) {
        throw new IllegalArgumentException("a sweep does not measure " + Readings.name(metric));
      }
      return estimate;
    }

    private static Point of(List<Double> values, SimulationResult result) {
      Map<Metric, Estimate> metrics = new LinkedHashMap<>();
      Readings readings = new Readings(result);
      Readings.of(result.scenario())
          .forEach(metric -> metrics.put(metric, readings.estimate(metric)));
      return new Point(values, metrics);
    }
  }

  /**
   * Simulates every combination.
   *
   * @param scenario with the runs that each point makes; only as many as are run in any case
   * @param axes one or two, of different parameters
   * @param monitor may cancel the sweep
   * @throws IllegalArgumentException if there are none or more axes, or more than 10 000 points, or
   *     the scenario has no such thing, or a value is out of range
   * @throws dev.fastsim.scenario.InvalidScenarioException if a value does not fit the scenario
   */
  public static Sweep of(Scenario scenario, List<Axis> axes, ProgressMonitor monitor) {
    if (axes.isEmpty() || axes.size() > 2) {
      throw new IllegalArgumentException(
          "a sweep goes over one parameter or two, but there are " + axes.size());
    }
    if (axes.size() == 2 && axes.get(0).parameter().equals(axes.get(1).parameter())) {
      throw new IllegalArgumentException(
          "a sweep goes over different parameters, but both are " + axes.get(0).parameter().text());
    }
    long count = axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    if (count > MOST) {
      throw new IllegalArgumentException(
          "a sweep has at most %d points, but there are %d".formatted(MOST, count));
    }
    Scenario plain = scenario.withoutWhatIfs();
    List<List<Double>> combinations = combinations(axes);
    List<Scenario> changed = combinations.stream().map(each -> with(plain, axes, each)).toList();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      SimulationResult result = Experiment.run(changed.get(i), any -> true, monitor);
      points.add(Point.of(combinations.get(i), result));
    }
    return new Sweep(plain, axes, points);
  }

  private static List<List<Double>> combinations(List<Axis> axes) {
    List<List<Double>> combinations = new ArrayList<>();
    for (double first : axes.get(0).values()) {
      if (axes.size() == 1) {
        combinations.add(List.of(first));
      } else {
        axes.get(1).values().forEach(second -> combinations.add(List.of(first, second)));
      }
    }
    return combinations;
  }

  private static Scenario with(Scenario scenario, List<Axis> axes, List<Double> values) {
    Scenario changed = scenario;
    for (int i = 0; i < axes.size(); i++) {
      changed = new Change.Setting(axes.get(i).parameter(), values.get(i)).applyTo(changed);
    }
    return changed;
  }

  /**
   * Where the p99 of all requests takes off: the knee of the curve of its logarithm over the only
   * axis, which is the point farthest below the straight line from its first point to its last,
   * once both axes are scaled to [0, 1] (Kneedle; Satopää, Albrecht, Irwin and Raghavan, <i>Finding
   * a "Kneedle" in a Haystack</i>, 2011). The logarithm is taken so that what an overloaded queue
   * grows to does not hide where it begins to grow.
   *
   * @return empty if there are two axes, or the curve has no knee
   */
  public Optional<Point> knee() {
    if (axes.size() != 1) {
      return Optional.empty();
    }
    List<Point> ascending =
        points.stream()
            .sorted((a, b) -> Double.compare(a.values().get(0), b.values().get(0)))
            .toList();
    double[] x = ascending.stream().mapToDouble(point -> point.values().get(0)).toArray();
    double[] y =
        ascending.stream().mapToDouble(point -> Math.log(point.estimate(P99).value())).toArray();
    OptionalInt knee = Knee.of(x, y);
    return knee.isPresent() ? Optional.of(ascending.get(knee.getAsInt())) : Optional.empty();
  }

  /** All points with all metrics as JSON; the same seed gives the same bytes. */
  public String toJson() {
    return SweepJson.write(this);
  }
}
