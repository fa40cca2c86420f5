package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Differences between results that met the same arrivals and service times. */
class ComparisonTest {

  private static final Metric MEAN = new Metric.Latency(Optional.empty(), new Statistic.Mean());

  private static final RunPlan RUNS =
      new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(10), 3, 8, 8);

  private static Comparison compare(Scenario scenario, Change change) {
    return Comparison.of(Experiment.run(scenario), Experiment.run(change.applyTo(scenario)));
  }

  /** Waiting in parallel, so that 5 ms more of a constant are 5 ms more for each request. */
  @Test
  void aConstantDifferenceIsFoundExactly() {
    Scenario scenario =
        Scenario.builder("constant")
            .poissonArrivals(100)
            .endpoint("GET /", io("wait", "exponential(20 ms)"), io("hop", "5 ms"))
            .runs(RUNS)
            .build();
    Difference difference = compare(scenario, Change.step("hop", 2)).of(MEAN);
    assertThat(difference.change().value()).isCloseTo(0.005, within(2e-5));
    assertThat(difference.change().high() - difference.change().low()).isLessThan(1e-4);
    assertThat(difference.isCertain()).isTrue();
    assertThat(difference.text()).startsWith("mean +5");
  }

  /**
   * M/M/1 at 50/s with 1/60 s and 1/66 s of service: the means differ by 1/10 - 1/16 s. The
   * interval holds that with 95%; the seed is fixed. The intervals of the two means overlap.
   */
  @Test
  void pairedIntervalsAreNarrowEnoughToTellWhatTheTwoAloneCannot() {
    Scenario scenario =
        Scenario.builder("M/M/1")
            .poissonArrivals(50)
            .endpoint("GET /", cpu("serve", "exponential(16.666667 ms)"))
            .runs(RUNS.withDuration(Duration.ofMinutes(15)))
            .build();
    Difference difference = compare(scenario, Change.step("serve", 0.99)).of(MEAN);
    Estimate change = difference.change();
    double theory = 1 / (60 / 0.99 - 50) - 1.0 / 10;
    assertThat(theory).isBetween(change.low(), change.high());
    assertThat(difference.after().high()).isGreaterThan(difference.before().low());
    assertThat(difference.isCertain()).isTrue();
    double alone = difference.before().high() - difference.before().low();
    assertThat(change.high() - change.low()).isLessThan(alone / 3);
  }

  @Test
  void onlyReplicationsThatBothHaveAreCompared() {
    Scenario scenario =
        Scenario.builder("uneven")
            .poissonArrivals(50)
            .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
            .runs(RUNS.withReplications(3))
            .build();
    SimulationResult three = Experiment.run(scenario);
    SimulationResult five = Experiment.run(scenario.withRuns(RUNS.withReplications(5)));
    Comparison comparison = Comparison.of(three, five);
    assertThat(comparison.after().runs()).hasSize(3);
    assertThat(comparison.differences())
        .allSatisfy(
            difference -> {
              assertThat(difference.change().value()).isZero();
              assertThat(difference.isCertain()).isFalse();
            });
  }

  @Test
  void theSummaryNamesEveryMetricOfBoth() {
    Scenario scenario =
        Scenario.builder("shop")
            .pool("db", 5, Duration.ofSeconds(1))
            .poissonArrivals(50)
            .endpoint("GET /a", cpu("serve", "exponential(10 ms)"))
            .endpoint("GET /b", io("load", "5 ms", "db"))
            .runs(RUNS.withReplications(2))
            .build();
    String summary = compare(scenario, Change.cores("shop", 2)).summary();
    assertThat(summary)
        .startsWith("shop against shop: 2 runs each\n")
        .contains("\n  p95 ", "\n  GET /a p99 ", "\n  GET /b throughput ")
        .contains("\n  shop cpu utilization ", "\n  shop pool db utilization ")
        .contains("\n  shop ready-queue lag p99 ");
  }
}
