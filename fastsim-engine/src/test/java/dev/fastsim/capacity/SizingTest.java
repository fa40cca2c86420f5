package dev.fastsim.capacity;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Judge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cheapest machines, against the formulas of queueing theory and against all there are. */
class SizingTest {

  private static final Metric MEAN = new Metric.Latency(Optional.empty(), new Statistic.Mean());
  private static final Metric P95 =
      new Metric.Latency(Optional.empty(), new Statistic.Percentile(95));
  private static final Prices PRICES = new Prices(0.5, 1, 0, 0.02);

  private static Choice choice(Parameter parameter, int from, int to) {
    return new Choice(
        parameter, IntStream.rangeClosed(from, to).mapToObj(i -> (double) i).toList());
  }

  private static Sizing of(Scenario scenario, Choice... choices) {
    return Sizing.of(scenario, List.of(choices), PRICES, () -> false);
  }

  private static Sizing own(Scenario scenario, Choice... choices) {
    return Sizing.of(scenario, List.of(choices), () -> false);
  }

  /** The fewest servers with which the mean time in M/M/c is within the limit, by Erlang C. */
  @ParameterizedTest
  @ValueSource(doubles = {0.0102, 0.011, 0.0135, 0.030})
  void coresAreAsManyAsErlangCSays(double limit) {
    double load = 4.5;
    int fewest =
        IntStream.rangeClosed(5, 20)
            .filter(c -> 0.01 + ErlangC.waits(c, load) * 0.01 / (c - load) <= limit)
            .findFirst()
            .orElseThrow();
    Scenario scenario =
        Scenario.builder("M/M/c")
            .poissonArrivals(load / 0.01)
            .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
            .objective(MEAN, limit)
            .runs(new RunPlan(Duration.ofMinutes(3), Duration.ofSeconds(10), 1, 6, 6))
            .build();
    Sizing sizing = of(scenario, choice(new Parameter.Cores("M/M/c"), 1, 20));
    assertThat(sizing.frontier()).hasSize(1);
    assertThat(sizing.cheapest().orElseThrow().text(scenario)).isEqualTo("cores " + fewest);
    assertThat(sizing.cheapest().orElseThrow().cost()).isEqualTo(0.5 + fewest);
    assertThat(sizing.simulated()).isLessThanOrEqualTo(7);
  }

  private static ScenarioBuilder shop() {
    return Scenario.builder("shop")
        .pool("db", 20, Duration.ofSeconds(30))
        .poissonArrivals(400)
        .endpoint(
            "GET /", cpu("parse", "exponential(6 ms)"), io("load", "exponential(20 ms)", "db"))
        .objective(P95, 0.1)
        .runs(new RunPlan(Duration.ofSeconds(20), Duration.ofSeconds(2), 1, 4, 4));
  }

  /** 5 x 3 x 4 configurations, each simulated, against the search. */
  @Test
  void theFrontierIsThatOfAllConfigurationsThereAre() {
    Scenario scenario = shop().build();
    List<Choice> choices =
        List.of(
            choice(new Parameter.Replicas("shop"), 1, 5),
            new Choice(new Parameter.Cores("shop"), List.of(1.0, 2.0, 4.0)),
            new Choice(new Parameter.PoolSize("shop", "db"), List.of(2.0, 4.0, 8.0, 16.0)));
    List<List<Integer>> kept = new ArrayList<>();
    Grid grid = new Grid(choices);
    for (int r = 0; r < 5; r++) {
      for (int c = 0; c < 3; c++) {
        for (int p = 0; p < 4; p++) {
          List<Integer> point = List.of(r, c, p);
          if (isKept(scenario, grid.settings(point))) {
            kept.add(point);
          }
        }
      }
    }
    List<List<Change.Setting>> lowest =
        kept.stream()
            .filter(
                point ->
                    kept.stream()
                        .noneMatch(other -> !other.equals(point) && Grid.isBelow(other, point)))
            .map(grid::settings)
            .toList();

    Sizing sizing = Sizing.of(scenario, choices, PRICES, () -> false);

    assertThat(lowest).hasSizeGreaterThan(2);
    assertThat(sizing.frontier())
        .extracting(Configuration::settings)
        .containsExactlyInAnyOrderElementsOf(lowest);
    assertThat(sizing.frontier()).isSortedAccordingTo((a, b) -> Double.compare(a.cost(), b.cost()));
    assertThat(sizing.combinations()).isEqualTo(60);
    assertThat(sizing.simulated()).isLessThan(30);
    assertThat(sizing.violations()).isEmpty();
  }

  private static boolean isKept(Scenario scenario, List<Change.Setting> settings) {
    Scenario changed = scenario;
    for (Change change : settings) {
      changed = change.applyTo(changed);
    }
    SimulationResult result = Experiment.run(changed);
    return Judge.judge(result, scenario.objectives()).stream()
        .allMatch(verdict -> verdict.decision() == Decision.PASS);
  }

  @Test
  void aLargeGridNeedsFewSimulations() {
    Sizing sizing =
        of(
            shop().build(),
            choice(new Parameter.Replicas("shop"), 1, 10),
            choice(new Parameter.Cores("shop"), 1, 4),
            new Choice(
                new Parameter.PoolSize("shop", "db"), List.of(2.0, 4.0, 8.0, 12.0, 16.0, 32.0)));
    assertThat(sizing.combinations()).isEqualTo(240);
    assertThat(sizing.simulated()).isLessThan(60);
    assertThat(sizing.frontier()).isNotEmpty();
  }

  @Test
  void whereNothingSufficesOneSimulationTells() {
    Scenario scenario = shop().build();
    Sizing sizing = of(scenario, choice(new Parameter.Cores("shop"), 1, 2));
    assertThat(sizing.frontier()).isEmpty();
    assertThat(sizing.cheapest()).isEmpty();
    assertThat(sizing.simulated()).isEqualTo(1);
  }

  @Test
  void pricesAreThoseOfAllReplicas() {
    Scenario scenario = Change.replicas("shop", 3).applyTo(shop().cores(2).ram(4L << 30).build());
    assertThat(Prices.perHour(scenario.withPrices(new Prices(1, 10, 100, 1000))))
        .isEqualByComparingTo("61263"); // 3 x (1 + 2 x 10 + 4 x 100 + 20 x 1000)
    assertThat(Prices.perHour(scenario.withPrices(Prices.CORES_ALONE))).isEqualByComparingTo("6");
  }

  @Test
  void pricesOfTheScenarioAreTakenUnlessOthersAreGiven() {
    Choice cores = choice(new Parameter.Cores("shop"), 4, 5);
    Scenario priced = shop().prices(new Prices(0.03, 0.04, 0, 0)).build();
    assertThat(own(priced, cores).cheapest().orElseThrow().cost())
        .isEqualTo(0.19); // 0.03 + 4 x 0.04
    assertThat(of(priced, cores).cheapest().orElseThrow().cost())
        .isEqualTo(4.9); // 0.5 + 4 x 1 + 20 x 0.02
    assertThat(own(shop().build(), cores).cheapest().orElseThrow().cost()).isEqualTo(4);
  }

  @Test
  void whatCannotBeChosenIsRefused() {
    Scenario scenario = shop().build();
    Choice cores = choice(new Parameter.Cores("shop"), 1, 2);
    assertThatThrownBy(() -> of(scenario, cores, cores))
        .hasMessage("there are two choices of cores");
    assertThatThrownBy(() -> of(scenario)).hasMessageStartingWith("there is nothing to choose");
    assertThatThrownBy(() -> of(scenario, choice(new Parameter.Cores("shpo"), 1, 2)))
        .hasMessageContaining("did you mean 'shop'?");
    assertThatThrownBy(() -> new Choice(new Parameter.Traffic(), List.of(2.0)))
        .hasMessageStartingWith("only what can be bought can be chosen");
    assertThatThrownBy(() -> new Choice(new Parameter.Cores("shop"), List.of()))
        .hasMessage("there is no value to choose for cores");
    assertThatThrownBy(() -> of(scenario.withObjectives(List.of()), cores))
        .hasMessageContaining("it promises nothing; give it an SLA");
  }
}
