package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Judge;
import dev.fastsim.sla.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CostTest {

  private static final Metric PER_REQUEST = new Metric.CostPerRequest();
  private static final Metric PER_MONTH = new Metric.CostPerMonth();

  /** A hundred requests a second, each of which takes no time, so that all are completed. */
  private static ScenarioBuilder clock() {
    return Scenario.builder("clock")
        .workload(new Workload.OpenRate(100, Spacing.CONSTANT))
        .cores(2)
        .ram(4L << 30)
        .replicas(3, BalancingPolicy.ROUND_ROBIN)
        .endpoint("GET /time", cpu("tell", "0 ms"))
        .runs(new RunPlan(Duration.ofSeconds(11), Duration.ofSeconds(1), 1, 2, 2));
  }

  private static Scenario priced() {
    return clock().prices(new Prices(0.1, 0.2, 0.025, 7)).build();
  }

  /** 3 replicas at 0.1 + 2 x 0.2 + 4 x 0.025 = 0.6 dollars. */
  @Test
  void machinesCostTheSameWhateverTheyDo() {
    CostResult cost = Experiment.run(priced()).cost().orElseThrow();
    assertThat(cost.machinesPerHour()).isEqualByComparingTo(new BigDecimal("1.8"));
    assertThat(cost.perHour()).isEqualTo(new Estimate(1.8, 1.8, 1.8, 2));
    assertThat(cost.perMonth().value()).isEqualTo(730 * 1.8);
  }

  /** 1.8 dollars an hour for 360 000 requests: 5 millionths of a dollar each. */
  @Test
  void requestsThatAreCompletedPayForEverything() {
    assertThat(Experiment.run(priced()).cost().orElseThrow().perRequest().value())
        .isCloseTo(5e-6, within(1e-12));
    Scenario half = clock().prices(new Prices(0.6, 0, 0, 0)).rateLimiter(halfOfThem()).build();
    assertThat(Experiment.run(half).cost().orElseThrow().perRequest().value())
        .isCloseTo(10e-6, within(0.05e-6));
  }

  private static RateLimiter halfOfThem() {
    return new RateLimiter(50, 1);
  }

  @Test
  void changesOfTheMachinesChangeWhatTheyCost() {
    Scenario larger = Change.cores("clock", 4).applyTo(priced());
    Scenario fewer = Change.replicas("clock", 1).applyTo(priced());
    assertThat(Prices.perHour(larger)).isEqualByComparingTo("3.0");
    assertThat(Prices.perHour(fewer)).isEqualByComparingTo("0.6");
  }

  @Test
  void limitIsAnSlaLikeAnyOther() {
    SimulationResult result = Experiment.run(priced());
    assertThat(decision(result, PER_REQUEST, 5.1e-6)).isEqualTo(Decision.PASS);
    assertThat(decision(result, PER_REQUEST, 4.9e-6)).isEqualTo(Decision.FAIL);
    assertThat(decision(result, PER_MONTH, 1314)).isEqualTo(Decision.PASS);
    assertThat(decision(result, PER_MONTH, 1313)).isEqualTo(Decision.FAIL);
  }

  private static Decision decision(SimulationResult result, Metric metric, double limit) {
    return Judge.judge(result, new Objective(metric, limit)).decision();
  }

  @Test
  void breachTellsWhatItIsSpentOn() {
    SimulationResult result = Experiment.run(priced());
    Verdict verdict = Judge.judge(result, new Objective(PER_MONTH, 1000));
    assertThat(Explanation.of(result, verdict))
        .isEqualTo(
"""
cost per month <= $1 000: was $1 314 (2 runs, 2 002 requests, seed 1)
  what it costs: $1.80/h for 3 replicas of clock
  what it serves: 100/s, at $0.000005 a request
  resources: 3 x 2 cores 0% busy, memory 0% in use""");
  }

  @Test
  void resultTellsWhatIsSpentIfAnythingHasAPrice() {
    SimulationResult result = Experiment.run(priced());
    assertThat(result.summary())
        .contains(
"""
cost
  per request           $0.000005
  per hour                  $1.80
  per month of 730 h       $1 314
""");
    assertThat(result.toJson())
        .contains("\"cost\" : {\n    \"unit\" : \"$\",\n    \"perRequest\" : {\n")
        .contains("\"hoursPerMonth\" : 730,\n    \"machinesPerHour\" : 1.8");
    SimulationResult free = Experiment.run(clock().build());
    assertThat(free.cost()).isEmpty();
    assertThat(free.summary()).doesNotContain("cost");
    assertThat(free.toJson()).doesNotContain("\"cost\"");
  }

  @Test
  void comparisonShowsWhatAChangeCosts() {
    Scenario larger = Change.cores("clock", 4).applyTo(priced());
    Difference difference =
        Comparison.of(Experiment.run(priced()), Experiment.run(larger)).of(PER_MONTH);
    assertThat(difference.change().value()).isCloseTo(730 * 1.2, within(1e-9));
  }

  @Test
  void limitNeedsSomethingThatHasAPrice() {
    assertThatThrownBy(() -> clock().objective(PER_REQUEST, 0.01).build())
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining(
            "the objective 'cost per request <= $0.01' limits what is spent, but nothing has a"
                + " price");
  }

  @Test
  void pricesAreAmountsThatAddUpExactly() {
    assertThat(new Prices(0.10, 0, 0, 0)).isEqualTo(new Prices(0.1, 0, 0, 0));
    assertThatThrownBy(() -> new Prices(0, -1, 0, 0))
        .hasMessage("the price of a core must be from $0 to $1000000 an hour, but is -1.0");
    assertThatThrownBy(() -> new Prices(Double.NaN, 0, 0, 0))
        .hasMessage("the price of a replica must be from $0 to $1000000 an hour, but is NaN");
    assertThatThrownBy(() -> new Prices(0, 0, 1e-10, 0))
        .hasMessageContaining("the price of a gibibyte must have at most 9 digits");
  }
}
