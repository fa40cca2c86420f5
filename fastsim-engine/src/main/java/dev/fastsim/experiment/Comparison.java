package dev.fastsim.experiment;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Two results side by side, replication by replication.
 *
 * <p>If both scenarios have the same seed, their replications of the same number (or, of a single
 * replication, their batches) met the same arrivals and service times, and the interval of a
 * difference is that of paired values (paired-t; Law, <i>Simulation Modeling and Analysis</i>, 5th
 * ed., section 10.2.1). It is far narrower than the intervals of the two values suggest.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Comparison {

  private final SimulationResult before;
  private final SimulationResult after;

  private Comparison(SimulationResult before, SimulationResult after) {
    this.before = before;
    this.after = after;
  }

  /** Compares as many replications as both results have. */
  public static Comparison of(SimulationResult before, SimulationResult after) {
    int common = Math.min(before.runs().size(), after.runs().size());
    return new Comparison(first(common, before), first(common, after));
  }

  private static SimulationResult first(int runs, SimulationResult result) {
    if (runs == result.runs().size()) {
      return result;
    }
    List<RunResult> first = result.runs().subList(0, runs);
    return new SimulationResult(result.scenario(), result.warmUp(), first, first);
  }

  /** What is compared with. */
  public SimulationResult before() {
    return before;
  }

  /** What is compared. */
  public SimulationResult after() {
    return after;
  }

  /** The differences of all metrics that both have, as {@link Readings#of} lists them. */
  public List<Difference> differences() {
    List<Metric> known = Readings.of(after.scenario());
    return Readings.of(before.scenario()).stream().filter(known::contains).map(this::of).toList();
  }

  /**
   * The difference of one metric.
   *
   * @throws IllegalArgumentException if one of the scenarios has no such endpoint, service or pool
   */
  public Difference of(Metric metric) {
    Readings readingsBefore = new Readings(before);
    Readings readingsAfter = new Readings(after);
    Estimate from = readingsBefore.estimate(metric);
    Estimate to = readingsAfter.estimate(metric);
    double[] eachBefore = before.samples(readingsBefore.each(metric));
    double[] eachAfter = after.samples(readingsAfter.each(metric));
    double[] paired =
        IntStream.range(0, Math.min(eachBefore.length, eachAfter.length))
            .mapToDouble(i -> eachAfter[i] - eachBefore[i])
            .toArray();
    return new Difference(metric, from, to, Estimate.of(paired).around(to.value() - from.value()));
  }

  /**
   * All differences as text for people; lines end in a line feed. A star stands where the interval
   * leaves no doubt that there is a difference.
   */
  public String summary() {
    TextTable table = new TextTable();
    table.heading(
        "%s against %s: %d run%s each"
            .formatted(
                after.scenario().name(),
                before.scenario().name(),
                before.runs().size(),
                before.runs().size() == 1 ? "" : "s"));
    for (Difference difference : differences()) {
      if (!difference.change().isUnknown()) {
        table.row(difference.name(), difference.changeText(), difference.detailText());
      }
    }
    return table.text();
  }
}
