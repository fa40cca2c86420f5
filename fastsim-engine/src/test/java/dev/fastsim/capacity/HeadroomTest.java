package dev.fastsim.capacity;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.sla.Assessment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much more traffic there is room for, against the formulas of queueing theory. */
class HeadroomTest {

  private static final Metric MEAN = new Metric.Latency(Optional.empty(), new Statistic.Mean());
  private static final Metric P95 =
      new Metric.Latency(Optional.empty(), new Statistic.Percentile(95));

  private static ScenarioBuilder queue(int cores, double perSecond) {
    return Scenario.builder("M/M/" + cores)
        .cores(cores)
        .poissonArrivals(perSecond)
        .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
        .runs(new RunPlan(Duration.ofMinutes(10), Duration.ofSeconds(30), 1, 8, 8));
  }

  private static Headroom of(ScenarioBuilder scenario) {
    return Headroom.of(scenario.build(), () -> false);
  }

  /**
   * Times in an M/M/1 system are exponential with rate mu - lambda, so that p95 = ln 20 / (mu -
   * lambda): with mu = 100/s it is 100 ms at lambda = 70.04/s, 1.40 times 50/s. What is found may
   * lie below by half the interval, about 2% here.
   */
  @Test
  void singleServerHasTheRoomThatItsFormulaSays() {
    Headroom headroom = of(queue(1, 50).objective(P95, 0.1));
    double exact = (100 - Math.log(20) / 0.1) / 50;
    assertThat(headroom.factor()).isBetween(exact * 0.96, exact * 1.005);
    assertThat(headroom.broken()).isCloseTo(headroom.factor(), within(0.02));
    assertThat(headroom.limiting().orElseThrow().objective().metric()).isEqualTo(P95);
    assertThat(headroom.violations()).isEmpty();
    assertThat(headroom.text())
        .startsWith("1.3")
        .contains("x of this traffic; at 1.", "x p95 is ", "95% CI");
  }

  /** Shorter runs have wider intervals, so that less is shown to be kept; within the budget. */
  @Test
  void anEstimateIsCloseAtABoundedCost() {
    Assessment kept = Assessment.of(queue(1, 50).objective(P95, 0.1).build(), () -> false);
    Headroom estimate = Headroom.estimate(kept, Headroom.BUDGET, () -> false);
    double exact = (100 - Math.log(20) / 0.1) / 50;
    assertThat(estimate.factor()).isBetween(exact * 0.93, exact * 1.01);
    assertThat(estimate.broken()).isCloseTo(estimate.factor(), within(0.03));
    assertThat(estimate.trials()).hasSizeLessThan(10);
    Headroom rough = Headroom.estimate(kept, 1, () -> false);
    assertThat(rough.trials()).hasSize(1);
    assertThat(rough.factor()).isEqualTo(1);
    assertThat(rough.broken()).isEqualTo(2);
  }

  /** The mean time in an M/M/4 system by Erlang C, bisected for the load at which it is 20 ms. */
  @Test
  void severalServersHaveTheRoomThatErlangCSays() {
    double low = 1;
    double high = 3.999;
    while (high - low > 1e-6) {
      double load = (low + high) / 2;
      double mean = 0.01 + ErlangC.waits(4, load) * 0.01 / (4 - load);
      low = mean <= 0.020 ? load : low;
      high = mean <= 0.020 ? high : load;
    }
    Headroom headroom = of(queue(4, 200).objective(MEAN, 0.020));
    assertThat(headroom.factor()).isBetween(low / 2 * 0.97, low / 2 * 1.005);
  }

  @Test
  void lessTrafficIsLookedForWhereAPromiseIsBrokenAlready() {
    Headroom headroom = of(queue(1, 90).objective(P95, 0.1));
    double exact = (100 - Math.log(20) / 0.1) / 90;
    assertThat(headroom.factor()).isBetween(exact * 0.96, exact * 1.005).isLessThan(1);
  }

  @Test
  void aPromiseThatNoTrafficKeepsLeavesNone() {
    Headroom headroom = of(queue(1, 50).objective(MEAN, 0.001));
    assertThat(headroom.factor()).isZero();
    assertThat(headroom.text()).startsWith("none; at 0.0156x mean is 9.");
  }

  /** No request waits for another, and so nothing ever breaks. */
  @Test
  void whereNothingBreaksTheSearchEndsAt64Times() {
    Headroom headroom =
        of(
            Scenario.builder("parallel")
                .poissonArrivals(1)
                .endpoint("GET /", io("wait", "10 ms"))
                .objective(P95, 0.1)
                .runs(new RunPlan(Duration.ofMinutes(10), Duration.ZERO, 1, 2, 2)));
    assertThat(headroom.factor()).isEqualTo(64);
    assertThat(headroom.text()).isEqualTo("64x of this traffic at least");
  }

  /** A floor under the throughput is broken by little traffic and kept by more. */
  @Test
  void whatGetsEasierWithMoreTrafficIsReported() {
    Headroom headroom =
        of(queue(1, 50).objective(new Metric.Throughput(Optional.empty()), 45).objective(P95, 0.1));
    assertThat(headroom.factor()).isGreaterThan(1.3);
    assertThat(headroom.violations())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).startsWith("throughput >= 45/s is not kept at 0."));
  }

  @Test
  void withoutPromisesThereIsNothingToKeep() {
    assertThatThrownBy(() -> of(queue(1, 50)))
        .hasMessage("there is no headroom of M/M/1: it promises nothing; give it an SLA");
  }
}
