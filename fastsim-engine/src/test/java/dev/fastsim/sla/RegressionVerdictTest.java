package dev.fastsim.sla;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.experiment.Baseline;
import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a service is worse than it was. */
class RegressionVerdictTest {

  private static final Metric P95 =
      new Metric.Latency(Optional.empty(), new Statistic.Percentile(95));
  private static final Metric THROUGHPUT = new Metric.Throughput(Optional.empty());
  private static final Metric ERROR_RATE = new Metric.ErrorRate(Optional.empty());

  private static final RunPlan PLAN =
      new RunPlan(Duration.ofSeconds(40), Duration.ofSeconds(4), 1, 8, 8);

  @TempDir Path folder;

  /**
   * An M/M/1 queue that is half busy.
   *
   * @param scale 1.05 makes arrivals rarer and bursts longer by 5%: every latency is longer by 5%
   *     exactly
   */
  private static Scenario queue(double scale, RunPlan plan) {
    return Scenario.builder("M/M/1")
        .poissonArrivals(50 / scale)
        .endpoint("GET /", cpu("serve", "exponential(%s ms)".formatted(10 * scale)))
        .runs(plan)
        .build();
  }

  private Baseline saved(SimulationResult result) {
    try {
      return Baseline.read(Files.writeString(folder.resolve("baseline.json"), result.toJson()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RegressionVerdict verdict(
      Metric metric, double tolerance, Baseline baseline, Scenario scenario) {
    return RegressionVerdict.of(
        new RegressionLimit(metric, tolerance), baseline, Experiment.run(scenario));
  }

  @Test
  void whatHasNotChangedPassesWithoutAnyTolerance() {
    Baseline baseline = saved(Experiment.run(queue(1, PLAN)));
    for (Metric metric : new Metric[] {P95, THROUGHPUT, ERROR_RATE}) {
      assertThat(verdict(metric, 0, baseline, queue(1, PLAN)).decision()).isEqualTo(Decision.PASS);
    }
  }

  /** 5% more work on a half busy core makes its latencies about 10% longer. */
  @Test
  void aSlowerStepFailsIfItIsNotTolerated() {
    Baseline baseline = saved(Experiment.run(queue(1, PLAN)));
    Scenario slower = Change.step("serve", 1.05).applyTo(queue(1, PLAN));
    RegressionVerdict found = verdict(P95, 0.05, baseline, slower);
    assertThat(found.decision()).isEqualTo(Decision.FAIL);
    assertThat(found.text())
        .matches("p95 <= baseline \\+ 5%: was \\+\\d.*% \\(95% CI .*\\), from .* ms to .* ms");
    assertThat(found.runsText(baseline, Experiment.run(slower)))
        .isEqualTo("8 runs, each with the same arrivals as in the baseline");
    assertThat(verdict(P95, 0.2, baseline, slower).decision()).isEqualTo(Decision.PASS);
    assertThat(verdict(P95, 0.1, baseline, slower).decision()).isEqualTo(Decision.INCONCLUSIVE);
  }

  @Test
  void anImprovementPasses() {
    Baseline baseline = saved(Experiment.run(queue(1, PLAN)));
    Scenario faster = Change.step("serve", 0.8).applyTo(queue(1, PLAN));
    assertThat(verdict(P95, 0, baseline, faster).decision()).isEqualTo(Decision.PASS);
    Scenario more = Change.traffic(1.2).applyTo(queue(1, PLAN));
    assertThat(verdict(THROUGHPUT, 0, baseline, more).decision()).isEqualTo(Decision.PASS);
  }

  @Test
  void lessThroughputIsWorse() {
    Baseline baseline = saved(Experiment.run(queue(1, PLAN)));
    Scenario less = Change.traffic(0.8).applyTo(queue(1, PLAN));
    RegressionVerdict found = verdict(THROUGHPUT, 0.1, baseline, less);
    assertThat(found.decision()).isEqualTo(Decision.FAIL);
    assertThat(found.text()).startsWith("throughput >= baseline - 10%: was -");
    assertThat(verdict(P95, 0, baseline, less).decision()).isEqualTo(Decision.PASS);
  }

  @Test
  void theFirstErrorsAreMoreThanAnyTolerance() {
    Baseline baseline = saved(Experiment.run(queue(1, PLAN)));
    Scenario full =
        Scenario.builder("M/M/1/2")
            .maxQueue(1)
            .poissonArrivals(50)
            .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
            .runs(PLAN)
            .build();
    RegressionVerdict found = verdict(ERROR_RATE, 1, baseline, full);
    assertThat(found.decision()).isEqualTo(Decision.FAIL);
    assertThat(found.text()).matches("error rate <= baseline \\+ 100%: was n/a, from 0% to 14.*%");
  }

  @Test
  void whatGrowsWithTheDurationIsNotBetter() {
    Baseline baseline = saved(Experiment.run(queue(1, PLAN)));
    Scenario overloaded =
        Change.step("serve", 2.5).applyTo(queue(1, PLAN.withDuration(Duration.ofSeconds(60))));
    SimulationResult result = Experiment.run(overloaded);
    assertThat(RegressionVerdict.of(new RegressionLimit(P95, 1), baseline, result).decision())
        .isEqualTo(Decision.FAIL);
    Baseline itself = saved(result);
    assertThat(RegressionVerdict.of(new RegressionLimit(P95, 1), itself, result).decision())
        .isEqualTo(Decision.INCONCLUSIVE);
  }

  @Test
  void tolerancesAreShares() {
    assertThatThrownBy(() -> new RegressionLimit(P95, 5))
        .hasMessage("a tolerance must be from 0% to 100%, but is 5.0");
  }

  /**
   * Of 80 services that are worse by exactly the tolerance, simulated with other seeds than their
   * baselines, 2.5% may fail, and a binomial(80, 0.025) is above 7 once in 1500. The tolerance is
   * about one standard error of a change here, so of those that have not changed about 0.6% fail,
   * and a binomial(80, 0.006) is above 4 once in 7000.
   */
  @Test
  void falseAlarmsAreAsRareAsPromised() {
    int atTheLimit = 0;
    int unchanged = 0;
    RegressionLimit limit = new RegressionLimit(P95, 0.05);
    RunPlan brief = PLAN.withDuration(Duration.ofSeconds(20)).withReplications(4);
    for (int i = 0; i < 80; i++) {
      Baseline baseline = saved(Experiment.run(queue(1, brief.withSeed(2 * i))));
      RunPlan other = brief.withSeed(2 * i + 1);
      atTheLimit +=
          failed(RegressionVerdict.of(limit, baseline, Experiment.run(queue(1.05, other))));
      unchanged += failed(RegressionVerdict.of(limit, baseline, Experiment.run(queue(1, other))));
    }
    assertThat(atTheLimit).isLessThanOrEqualTo(7);
    assertThat(unchanged).isLessThanOrEqualTo(4);
  }

  private static int failed(RegressionVerdict verdict) {
    return verdict.decision() == Decision.FAIL ? 1 : 0;
  }
}
