package dev.fastsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

  static Stream<Arguments> objectiveReadsAsAPromise() {
    return Stream.of(
        arguments("p95 <= 120 ms", latency(new Statistic.Percentile(95)), 0.12),
        arguments("p99.9 <= 1.50 s", latency(new Statistic.Percentile(99.9)), 1.5),
        arguments("mean <= 80 ms", latency(new Statistic.Mean()), 0.08),
        arguments("max <= 2 s", latency(new Statistic.Max()), 2),
        arguments("throughput >= 400/s", new Metric.Throughput(Optional.empty()), 400),
        arguments("error rate <= 0.1%", new Metric.ErrorRate(Optional.empty()), 0.001),
        arguments("cpu utilization <= 80%", new Metric.CpuUtilization("shop"), 0.8),
        arguments("ram utilization <= 90%", new Metric.RamUtilization("shop"), 0.9),
        arguments("pool db utilization <= 70%", new Metric.PoolUtilization("shop", "db"), 0.7),
        arguments(
            "ready-queue lag p99 <= 10 ms",
            new Metric.ReadyQueueLag("shop", new Statistic.Percentile(99)),
            0.01));
  }

  private static Metric latency(Statistic statistic) {
    return new Metric.Latency(Optional.of("POST /checkout"), statistic);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void objectiveReadsAsAPromise(String text, Metric metric, double limit) {
    assertThat(new Objective(metric, limit).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void limitIsFiniteAndNotNegative(double limit) {
    assertThatThrownBy(() -> new Objective(new Metric.CpuUtilization("shop"), limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a limit must be finite and not negative, but is " + limit);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100, Double.NaN})
  void percentilesAreAboveZeroAndBelowAHundred(double percent) {
    assertThatThrownBy(() -> new Statistic.Percentile(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a percentile must be above 0 and below 100, but is " + percent);
  }
}
