package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario over values of its parameters. */
class SweepTest {

  private static final Metric MEAN = new Metric.Latency(Optional.empty(), new Statistic.Mean());

  private static final Scenario QUEUE =
      Scenario.builder("M/M/1")
          .poissonArrivals(50)
          .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
          .runs(new RunPlan(Duration.ofMinutes(5), Duration.ofSeconds(30), 1, 4, 4))
          .build();

  private static Sweep.Axis traffic(Double... factors) {
    return new Sweep.Axis(new Parameter.Traffic(), List.of(factors));
  }

  private static Sweep of(Sweep.Axis... axes) {
    return Sweep.of(QUEUE, List.of(axes), () -> false);
  }

  /** The mean time in M/M/1 is 1/(mu - lambda); each estimate is within 10% of it. */
  @Test
  void everyPointIsTheScenarioWithItsValue() {
    Sweep sweep = of(traffic(0.5, 1.0, 1.5));
    assertThat(sweep.points()).hasSize(3);
    for (Sweep.Point point : sweep.points()) {
      double theory = 1 / (100 - 50 * point.values().get(0));
      assertThat(point.estimate(MEAN).value()).isBetween(0.9 * theory, 1.1 * theory);
    }
  }

  @Test
  void twoAxesGiveEveryCombinationTheLastChangingFastest() {
    Sweep sweep =
        of(new Sweep.Axis(new Parameter.Cores("M/M/1"), List.of(1.0, 2.0)), traffic(0.5, 1.0));
    assertThat(sweep.points())
        .extracting(Sweep.Point::values)
        .containsExactly(
            List.of(1.0, 0.5), List.of(1.0, 1.0), List.of(2.0, 0.5), List.of(2.0, 1.0));
    Metric cpu = new Metric.CpuUtilization("M/M/1");
    assertThat(sweep.points().get(3).estimate(cpu).value())
        .isCloseTo(sweep.points().get(1).estimate(cpu).value() / 2, within(0.001));
    assertThatThrownBy(() -> sweep.points().get(0).estimate(new Metric.RamUtilization("M/M/1")))
        .hasMessage("a sweep does not measure M/M/1 ram utilization");
    assertThat(sweep.knee()).isEmpty();
  }

  @Test
  void jsonHasEveryMetricOfEveryPoint() {
    String json = of(traffic(0.5, 1.0)).toJson();
    assertThat(json)
        .contains("\"schema\" : \"fastsim-sweep/1\"", "\"traffic\" : 0.5", "\"traffic\" : 1")
        .contains("\"p99\" : {", "\"M/M/1 cpu utilization\" : {", "\"low\" : ");
    assertThat(of(traffic(0.5, 1.0)).toJson()).isEqualTo(json);
  }

  /** From 10% to 110% of what the core can do: the p99 takes off before the core is full. */
  @Test
  void theKneeIsWhereTheTailTakesOff() {
    Sweep sweep = of(traffic(0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2));
    assertThat(sweep.knee().orElseThrow().values().get(0)).isBetween(1.4, 1.8);
  }

  @Test
  void theKneeOfACurveIsItsPointFarthestBelowTheLineFromEndToEnd() {
    double[] x = {0, 1, 2, 3, 4};
    assertThat(Knee.of(x, new double[] {1, 1, 1, 2, 9})).hasValue(3);
    assertThat(Knee.of(x, new double[] {9, 2, 1, 1, 1})).hasValue(1);
    assertThat(Knee.of(x, new double[] {1, 2, 3, 4, 5})).isEmpty();
    assertThat(Knee.of(x, new double[] {1, 1, 1, 1, 1})).isEmpty();
    assertThat(Knee.of(x, new double[] {1, 1, Double.NaN, 2, 9})).isEmpty();
    assertThat(Knee.of(new double[] {0, 1}, new double[] {0, 1})).isEmpty();
  }

  @Test
  void whatIsNoSweepIsRefused() {
    assertThatThrownBy(SweepTest::of).hasMessageContaining("but there are 0");
    assertThatThrownBy(() -> of(traffic(1.0), traffic(2.0)))
        .hasMessage("a sweep goes over different parameters, but both are traffic");
    assertThatThrownBy(() -> traffic()).hasMessage("there is no value for traffic");
    assertThatThrownBy(() -> of(new Sweep.Axis(new Parameter.Cores("x"), List.of(1.0))))
        .hasMessageStartingWith("there is no service 'x'");
  }
}
