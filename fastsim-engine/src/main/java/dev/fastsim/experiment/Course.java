package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;

/**
 * How numbers of one replication went over its time, from its very start, warm-up included.
 *
 * <p>The first replication is simulated once more and looked at in equal parts; as its random
 * numbers are the same, so is all that happens in it. Each value is that of its part alone: levels
 * are averaged over the part, and a request belongs to the part in which it ended.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Course {

  /** Most parts. */
  public static final int MOST_PARTS = 120;

  private static final int LEAST_PARTS = 10;

  /** What a percentile needs to mean something. */
  private static final int REQUESTS_PER_PART = 100;

  private final double[] starts;
  private final double[][] values;
  private final double partSeconds;

  private Course(int parts, int readings, double seconds) {
    this.starts = new double[parts];
    this.values = new double[readings][parts];
    this.partSeconds = seconds / parts;
  }

  /**
   * Looks at the first replication of a result. There are as many parts as can have a hundred
   * requests each, but not fewer than 10 and not more than {@value #MOST_PARTS}.
   *
   * @param result whose first replication is simulated again
   * @param readings what to look at
   * @param monitor may cancel the simulation
   * @throws java.util.concurrent.CancellationException if the monitor cancels it
   */
  public static Course of(
      SimulationResult result,
      List<ToDoubleFunction<RunResult>> readings,
      ProgressMonitor monitor) {
    Scenario scenario = result.scenario();
    Duration duration = scenario.runs().duration();
    long requests = result.runs().get(0).outcomes().offered();
    int parts = (int) Math.max(LEAST_PARTS, Math.min(MOST_PARTS, requests / REQUESTS_PER_PART));
    Course course = new Course(parts, readings.size(), duration.toNanos() / 1e9);
    Simulation.runInParts(
        scenario.withRuns(scenario.runs().withWarmUp(Duration.ZERO)),
        0,
        parts,
        monitor::isCancelled,
        course.new Reader(readings));
    return course;
  }

  /** Where each part begins, in seconds since the start of the replication. */
  public double[] starts() {
    return starts.clone();
  }

  /** How long each part is. */
  public double partSeconds() {
    return partSeconds;
  }

  /**
   * What a reading says of each part; NaN where it had no sample.
   *
   * @param reading its position, from 0
   */
  public double[] values(int reading) {
    return values[reading].clone();
  }

  private final class Reader implements Consumer<RunResult> {
    private final List<ToDoubleFunction<RunResult>> readings;
    private RunResult earlier;
    private int part;

    @SuppressWarnings("NullAway.Init") // there is none before the first part
    Reader(List<ToDoubleFunction<RunResult>> readings) {
      this.readings = readings;
    }

    @Override
    public void accept(RunResult soFar) {
      RunResult own = part == 0 ? soFar : soFar.since(earlier);
      starts[part] = part * partSeconds;
      for (int i = 0; i < values.length; i++) {
        values[i][part] = readings.get(i).applyAsDouble(own);
      }
      earlier = soFar;
      part++;
    }
  }
}
