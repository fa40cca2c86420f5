package dev.fastsim.sla;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One core that is half busy; the mean latency is 20 ms. */
class AssessmentTest {

  private static final Scenario QUEUE =
      Scenario.builder("M/M/1")
          .poissonArrivals(50)
          .endpoint("serve", cpu("serve", "exponential(10 ms)"))
          .runs(new RunPlan(Duration.ofSeconds(100), Duration.ofSeconds(1), 1, 2, 24))
          .build();

  private static final Metric MEAN = new Metric.Latency(Optional.of("serve"), new Statistic.Mean());

  private static Objective mean(double limit) {
    return new Objective(MEAN, limit);
  }

  private static Assessment assess(Objective... objectives) {
    return Assessment.of(QUEUE.withObjectives(List.of(objectives)), () -> false);
  }

  @Test
  void clearVerdictNeedsNoMoreReplicationsThanAreRunAnyway() {
    Assessment assessment = assess(mean(1));
    assertThat(assessment.result().runs()).hasSize(2);
    assertThat(assessment.verdictOn(MEAN).decision()).isEqualTo(Decision.PASS);
  }

  @Test
  void closeVerdictTakesMoreReplications() {
    Assessment assessment =
        assess(new Objective(new Metric.Throughput(Optional.empty()), 40), mean(0.022));
    assertThat(assessment.result().runs()).hasSizeBetween(4, 24);
    assertThat(assessment.verdicts())
        .extracting(Verdict::decision)
        .containsExactly(Decision.PASS, Decision.PASS);
  }

  @Test
  void undecidedVerdictUsesAllReplicationsAndStaysInconclusive() {
    Assessment assessment = assess(mean(0.02));
    assertThat(assessment.result().runs()).hasSize(24);
    assertThat(assessment.verdictOn(MEAN).decision()).isEqualTo(Decision.INCONCLUSIVE);
  }

  @Test
  void metricWithoutAnObjectiveIsNamed() {
    assertThatThrownBy(() -> assess(mean(1)).verdictOn(new Metric.CpuUtilization("M/M/1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no objective limits CpuUtilization[service=M/M/1]");
  }
}
