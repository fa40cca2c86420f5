package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Autoscaler;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As the Kubernetes documentation has it, for a target of 50%. */
class HpaRuleTest {

  private static final Autoscaler SCALER = Autoscaler.of(1, 100, 0.5);

  private static long seconds(long count) {
    return Duration.ofSeconds(count).toNanos();
  }

  private static int decide(int ready, int starting, double utilization) {
    return new HpaRule(SCALER, 1).decide(seconds(600), ready, starting, utilization);
  }

  /** "If the current metric value is 200m and the desired value 100m, it is doubled." */
  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 2",
    "3, 1.0, 6",
    "3, 0.6, 4",
    "5, 0.25, 3",
    "4, 0.25, 2",
    "7, 0.001, 1",
    "2, 0, 1"
  })
  void replicasAreMultipliedByUtilizationOverTargetAndRoundedUp(
      int replicas, double utilization, int desired) {
    assertThat(decide(replicas, 0, utilization)).isEqualTo(desired);
  }

  /** "Skipped if the ratio is sufficiently close to 1.0 (within a tolerance, 0.1 by default)." */
  @ParameterizedTest
  @CsvSource({"10, 0.46, 10", "10, 0.5, 10", "10, 0.54, 10", "10, 0.56, 12", "10, 0.44, 9"})
  void nothingIsDoneWithinTheTolerance(int replicas, double utilization, int desired) {
    assertThat(decide(replicas, 0, utilization)).isEqualTo(desired);
  }

  /** scaleUp policies by default: the larger of 4 pods and 100%, in 15 s. */
  @ParameterizedTest
  @CsvSource({"1, 1.0, 2", "3, 1.0, 6", "10, 1.0, 20"})
  void atMostFourAreAddedOrAsManyAsThereAre(int replicas, double utilization, int desired) {
    assertThat(decide(replicas, 0, utilization)).isEqualTo(desired);
    Autoscaler eager = Autoscaler.of(1, 100, 0.05);
    int most = Math.max(replicas + 4, 2 * replicas);
    assertThat(new HpaRule(eager, 1).decide(seconds(600), replicas, 0, 1)).isEqualTo(most);
  }

  /** "Pods that are not yet ready are taken to use 0% when it comes to scaling up." */
  @ParameterizedTest
  @CsvSource({"3, 1, 0.8, 5", "3, 3, 0.75, 6", "1, 4, 1.0, 5", "4, 1, 0.6, 5"})
  void thoseThatStartAreIdleWhenThereAreTooFew(
      int ready, int starting, double utilization, int desired) {
    assertThat(decide(ready, starting, utilization)).isEqualTo(desired);
  }

  @Test
  void thoseThatStartAreLeftOutWhenThereAreTooMany() {
    assertThat(decide(4, 2, 0.25)).isEqualTo(2);
  }

  @Test
  void boundsAreKept() {
    Autoscaler narrow = Autoscaler.of(2, 5, 0.5);
    assertThat(new HpaRule(narrow, 2).decide(seconds(600), 4, 0, 1)).isEqualTo(5);
    assertThat(new HpaRule(narrow, 2).decide(seconds(600), 4, 0, 0)).isEqualTo(2);
  }

  /**
   * "The highest recommendation of the last 5 minutes"; the controller starts with what it sees.
   */
  @Test
  void fewerOnlyWhenNothingAskedForMoreForFiveMinutes() {
    HpaRule rule = new HpaRule(SCALER, 8);
    for (long time = 15; time <= 300; time += 15) {
      double utilization = time == 60 ? 0.375 : 0.25; // asks for 6 once
      assertThat(rule.decide(seconds(time), 8, 0, utilization)).as("at %d s", time).isEqualTo(8);
    }
    assertThat(rule.decide(seconds(315), 8, 0, 0.25)).isEqualTo(6);
    assertThat(rule.decide(seconds(360), 6, 0, 1 / 3.0)).isEqualTo(6);
    assertThat(rule.decide(seconds(375), 6, 0, 1 / 3.0)).isEqualTo(4);
  }

  @Test
  void withoutAWindowFewerAtOnce() {
    Autoscaler hasty =
        new Autoscaler(1, 100, 0.5, Duration.ZERO, Duration.ofSeconds(15), Duration.ZERO, 0.1);
    assertThat(new HpaRule(hasty, 8).decide(seconds(15), 8, 0, 0.25)).isEqualTo(4);
  }
}
