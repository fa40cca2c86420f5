package dev.fastsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.LevelGauge;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.ScenarioBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A queueing system whose answer is known, simulated by independent replications.
 *
 * <p>Each number is compared with a two-sided 99.9% Student-t band around the mean of 24
 * replications, widened by the 0.1% that a percentile's histogram may be off. So a correct
 * simulator misses an exact value once in a thousand numbers; as the seed is fixed, it does so
 * always or never. A band wider than 5% of the exact value shows nothing and fails, too.
 */
final class Oracle {

  static final int REPLICATIONS = 24;

  private static final double CONFIDENCE = 0.999;
  private static final double WIDEST = 0.05;
  private static final double HISTOGRAM_RESOLUTION = 0.001;

  private final SimulationResult result;

  private Oracle(SimulationResult result) {
    this.result = result;
  }

  /** Simulates a scenario for some seconds after a tenth as much warm-up. */
  static Oracle of(ScenarioBuilder scenario, long measuredSeconds) {
    Duration warmUp = Duration.ofSeconds(measuredSeconds / 10);
    return of(
        scenario,
        new RunPlan(
            warmUp.plusSeconds(measuredSeconds), warmUp, 20261101, REPLICATIONS, REPLICATIONS));
  }

  static Oracle of(ScenarioBuilder scenario, RunPlan runs) {
    return new Oracle(Experiment.run(scenario.runs(runs).build()));
  }

  SimulationResult result() {
    return result;
  }

  /** Any number that each replication gives. */
  Measured of(ToDoubleFunction<RunResult> metric) {
    return new Measured(result.runs().stream().mapToDouble(metric).toArray(), 0);
  }

  /** Mean time in system of completed requests. */
  Measured latency() {
    return of(run -> latency(run).mean());
  }

  /** A percentile of the time in system. */
  Measured latency(double percent) {
    return percentile(Oracle::latency, percent);
  }

  /** Mean time from ready to running. */
  Measured lag() {
    return of(run -> run.services().get(0).readyQueueLag().mean());
  }

  /** A percentile of the time from ready to running. */
  Measured lag(double percent) {
    return percentile(run -> run.services().get(0).readyQueueLag(), percent);
  }

  /** Share of CPU visits that find a core free. */
  Measured noLag() {
    return of(
        run -> {
          TimeDistribution lag = run.services().get(0).readyQueueLag();
          return (double) lag.toHistogram().getCountAtValue(0) / lag.count();
        });
  }

  /** Mean number of requests inside. */
  Measured inside() {
    return of(RunResult::requestsInside);
  }

  /** Mean length of the first replica's ready queue. */
  Measured readyQueue() {
    return of(run -> run.services().get(0).replicas().get(0).readyQueue().mean());
  }

  /** Mean number of the first replica's cores that are held; see {@link LevelGauge}. */
  Measured coresHeld() {
    return of(run -> run.services().get(0).replicas().get(0).coresHeld().mean());
  }

  /** Completed requests per second. */
  Measured throughput() {
    return of(RunResult::throughput);
  }

  /** Share of the offered requests that met some end. */
  Measured share(Function<Outcomes, Long> end) {
    return of(run -> (double) end.apply(run.outcomes()) / run.outcomes().offered());
  }

  private static TimeDistribution latency(RunResult run) {
    return run.endpoints().get(0).latency();
  }

  private Measured percentile(Function<RunResult, TimeDistribution> times, double percent) {
    double[] values =
        result.runs().stream().mapToDouble(run -> times.apply(run).percentile(percent)).toArray();
    return new Measured(values, HISTOGRAM_RESOLUTION);
  }

  /** One number from each replication. */
  static final class Measured {
    private final double[] values;
    private final double resolution;

    Measured(double[] values, double resolution) {
      this.values = values;
      this.resolution = resolution;
    }

    /** Asserts that the exact value lies in the band, and that the band is narrow. */
    void is(double exact) {
      double mean = StatUtils.mean(values);
      double t =
          new TDistribution(values.length - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
      double half = t * Math.sqrt(StatUtils.variance(values) / values.length);
      assertThat(half).as("half the width of the band around %s", mean).isLessThan(WIDEST * exact);
      double reach = half + resolution * exact;
      assertThat(exact)
          .as("%s +- %s of %s", mean, reach, Arrays.toString(values))
          .isBetween(mean - reach, mean + reach);
    }
  }
}
