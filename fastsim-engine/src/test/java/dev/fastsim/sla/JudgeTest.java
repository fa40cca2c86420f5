package dev.fastsim.sla;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.experiment.Estimate;
import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Objective;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.units.Counts;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final Statistic MEAN = new Statistic.Mean();
  private static final Statistic P95 = new Statistic.Percentile(95);
  private static final Statistic MAX = new Statistic.Max();

  /** Random enough that every metric has an interval, with waits and errors of every kind. */
  private static final SimulationResult SHOP =
      Experiment.run(
          Scenario.builder("shop")
              .ram(2000)
              .pool("db", 2, Duration.ofMillis(20))
              .network(new Network(new Constant(0.001), 0.01))
              .poissonArrivals(60)
              .endpoint(
                  "buy",
                  ram("session", 100),
                  cpu("parse", "exponential(10 ms)"),
                  io("query", "exponential(20 ms)", "db"))
              .runs(plan(60, 8))
              .build());

  private static RunPlan plan(long seconds, int replications) {
    return new RunPlan(Duration.ofSeconds(seconds), Duration.ZERO, 1, replications, replications);
  }

  /** Ten requests a second, two replications. */
  private static SimulationResult constant(ScenarioBuilder scenario, long seconds) {
    return Experiment.run(
        scenario
            .workload(new Workload.OpenRate(10, Spacing.CONSTANT))
            .runs(plan(seconds, 2))
            .build());
  }

  private static Decision decision(SimulationResult result, Metric metric, double limit) {
    return Judge.judge(result, new Objective(metric, limit)).decision();
  }

  static Stream<Metric> ceilings() {
    return Stream.of(
        new Metric.Latency(Optional.of("buy"), MEAN),
        new Metric.Latency(Optional.of("buy"), P95),
        new Metric.ReadyQueueLag("shop", MEAN),
        new Metric.ReadyQueueLag("shop", P95),
        new Metric.ErrorRate(Optional.empty()),
        new Metric.ErrorRate(Optional.of("buy")),
        new Metric.CpuUtilization("shop"),
        new Metric.RamUtilization("shop"),
        new Metric.PoolUtilization("shop", "db"));
  }

  @ParameterizedTest
  @MethodSource("ceilings")
  void ceilingIsKeptAboveTheIntervalBrokenBelowItAndOpenInside(Metric metric) {
    Estimate measured = Judge.judge(SHOP, new Objective(metric, 0)).measured();
    assertThat(measured.low()).isBetween(0.0, Math.nextDown(measured.high()));
    assertThat(decision(SHOP, metric, 1.01 * measured.high())).isEqualTo(Decision.PASS);
    assertThat(decision(SHOP, metric, measured.value())).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(decision(SHOP, metric, 0.99 * measured.low())).isEqualTo(Decision.FAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "buy"})
  void floorIsKeptBelowTheIntervalBrokenAboveItAndOpenInside(String endpoint) {
    Metric metric = new Metric.Throughput(Optional.of(endpoint).filter(name -> !name.isEmpty()));
    Estimate measured = Judge.judge(SHOP, new Objective(metric, 0)).measured();
    assertThat(decision(SHOP, metric, 0.99 * measured.low())).isEqualTo(Decision.PASS);
    assertThat(decision(SHOP, metric, measured.value())).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(decision(SHOP, metric, 1.01 * measured.high())).isEqualTo(Decision.FAIL);
  }

  @Test
  void largestLatencyIsComparedAsItIs() {
    Metric metric = new Metric.Latency(Optional.of("buy"), MAX);
    double largest = SHOP.endpoint("buy").latency().pooled().max();
    assertThat(decision(SHOP, metric, largest)).isEqualTo(Decision.PASS);
    assertThat(decision(SHOP, metric, 0.999 * largest)).isEqualTo(Decision.FAIL);
  }

  @Test
  void limitExactlyEqualToAConstantLatencyPasses() {
    SimulationResult result = constant(Scenario.builder("c").endpoint("e", io("io", "70 ms")), 100);
    for (Statistic statistic : new Statistic[] {MEAN, P95, MAX}) {
      Metric metric = new Metric.Latency(Optional.of("e"), statistic);
      assertThat(decision(result, metric, 0.07)).as(statistic.text()).isEqualTo(Decision.PASS);
      assertThat(decision(result, metric, 0.069)).as(statistic.text()).isEqualTo(Decision.FAIL);
    }
  }

  @Test
  void limitExactlyEqualToAConstantShareOrRatePasses() {
    SimulationResult result =
        constant(Scenario.builder("c").endpoint("e", cpu("cpu", "70 ms")), 99);
    double busy = result.server().cpuUtilization().value();
    assertThat(busy).isCloseTo(0.7, within(0.01));
    assertThat(decision(result, new Metric.CpuUtilization("c"), busy)).isEqualTo(Decision.PASS);
    double rate = result.throughput().value();
    Metric throughput = new Metric.Throughput(Optional.empty());
    assertThat(decision(result, throughput, rate)).isEqualTo(Decision.PASS);
    assertThat(decision(result, throughput, rate + 0.001)).isEqualTo(Decision.FAIL);
  }

  @Test
  void nothingMeasuredIsNeverAPass() {
    SimulationResult lost =
        constant(
            Scenario.builder("c")
                .network(new Network(new Constant(0), 1))
                .endpoint("e", cpu("cpu", "1 ms")),
            10);
    Verdict latency =
        Judge.judge(lost, new Objective(new Metric.Latency(Optional.of("e"), P95), 1000));
    assertThat(latency.decision()).isEqualTo(Decision.FAIL);
    assertThat(latency.reason()).isEqualTo("no request completed, so nothing is shown");
    Verdict lag = Judge.judge(lost, new Objective(new Metric.ReadyQueueLag("c", MAX), 1000));
    assertThat(lag.decision()).isEqualTo(Decision.FAIL);
    assertThat(lag.reason()).isEqualTo("no request needed a core, so nothing is shown");
    Verdict ram = Judge.judge(lost, new Objective(new Metric.RamUtilization("c"), 1));
    assertThat(ram.decision()).isEqualTo(Decision.FAIL);
    assertThat(ram.reason()).isEqualTo("nothing was measured");
    SimulationResult unfinished =
        constant(Scenario.builder("c").endpoint("e", io("io", "1 d")), 10);
    Verdict errors =
        Judge.judge(unfinished, new Objective(new Metric.ErrorRate(Optional.empty()), 1));
    assertThat(errors.decision()).isEqualTo(Decision.FAIL);
    assertThat(errors.reason()).isEqualTo("no request ended, so nothing is shown");
  }

  /** Ten requests must lie beyond a percentile; a failure needs none. */
  @ParameterizedTest
  @CsvSource({"50, 20", "90, 100", "95, 200", "99, 1000", "99.9, 10000"})
  void percentileNeedsTenRequestsBeyondIt(double percent, long needed) {
    Metric metric = new Metric.Latency(Optional.of("e"), new Statistic.Percentile(percent));
    ScenarioBuilder scenario = Scenario.builder("c").endpoint("e", io("io", "1 ms"));
    SimulationResult few = ofRequests(scenario, needed - 2);
    Verdict verdict = Judge.judge(few, new Objective(metric, 1));
    assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(verdict.reason())
        .isEqualTo(
            "%s requests are too few for %s: at least %s are needed",
            Counts.format(needed - 2),
            new Statistic.Percentile(percent).text(),
            Counts.format(needed));
    assertThat(decision(few, metric, 0.0005)).isEqualTo(Decision.FAIL);
    assertThat(decision(ofRequests(scenario, needed), metric, 1)).isEqualTo(Decision.PASS);
  }

  /** Two replications of half as many, 1 ms apart, of which the last completes in time. */
  private static SimulationResult ofRequests(ScenarioBuilder scenario, long count) {
    Duration duration = Duration.ofMillis(count / 2 + 1);
    return Experiment.run(
        scenario
            .workload(new Workload.OpenRate(1000, Spacing.CONSTANT))
            .runs(new RunPlan(duration, Duration.ZERO, 1, 2, 2))
            .build());
  }

  /** Clopper and Pearson 1934: none of n failed, so the rate is at most 1 - 0.025^(1/n). */
  @Test
  void zeroFailuresAreBoundedByTheirNumber() {
    SimulationResult result = ofRequests(Scenario.builder("c").endpoint("e"), 998);
    assertThat(result.outcomes().completed()).isEqualTo(1000);
    Metric metric = new Metric.ErrorRate(Optional.empty());
    double bound = 0.00368208;
    assertThat(decision(result, metric, 1.0001 * bound)).isEqualTo(Decision.PASS);
    assertThat(decision(result, metric, 0.9999 * bound)).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(decision(result, metric, 0)).isEqualTo(Decision.PASS);
  }

  @Test
  void oneReplicationIsJudgedByItsBatches() {
    SimulationResult single = Experiment.run(SHOP.scenario().withRuns(plan(600, 1)));
    Metric p95 = new Metric.Latency(Optional.of("buy"), P95);
    double measured = single.latency().p95().value();
    assertThat(decision(single, p95, 2 * measured)).isEqualTo(Decision.PASS);
    assertThat(decision(single, p95, measured)).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(decision(single, p95, measured / 2)).isEqualTo(Decision.FAIL);
  }

  /** Overload: it takes long, but not so long in ten seconds. */
  @Test
  void limitIsNotKeptByLatenciesThatGrowWithTheDuration() {
    SimulationResult overload =
        Experiment.run(
            Scenario.builder("overload")
                .poissonArrivals(200)
                .endpoint("e", cpu("cpu", "exponential(10 ms)"))
                .runs(plan(10, 4))
                .build());
    Metric p95 = new Metric.Latency(Optional.of("e"), P95);
    Verdict verdict = Judge.judge(overload, new Objective(p95, 60));
    assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
    assertThat(verdict.reason())
        .isEqualTo("requests pile up, so that the longer is simulated the longer they take");
    assertThat(Explanation.of(overload, verdict))
        .contains("they take; give the service more capacity, or less traffic")
        .contains("\n  warning: 198.9/s arrive but only 97.3/s leave (cpu 99.86% busy): ");
    assertThat(decision(overload, p95, 1)).isEqualTo(Decision.FAIL);
    assertThat(decision(overload, new Metric.CpuUtilization("overload"), 1.01))
        .isEqualTo(Decision.PASS);
  }

  @Test
  void unknownPoolIsNamed() {
    assertThatThrownBy(() -> decision(SHOP, new Metric.PoolUtilization("shop", "mq"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no pool 'mq'; ");
  }
}
