package dev.fastsim.capacity;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Concurrency;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Statistic;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Decision;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What would fix a breach, found by simulating it. */
class RemediesTest {

  private static final Metric MEAN = new Metric.Latency(Optional.empty(), new Statistic.Mean());
  private static final Metric P95 =
      new Metric.Latency(Optional.empty(), new Statistic.Percentile(95));

  private static ScenarioBuilder queue() {
    return Scenario.builder("M/M/1")
        .poissonArrivals(90)
        .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
        .runs(new RunPlan(Duration.ofMinutes(2), Duration.ofSeconds(20), 1, 8, 16));
  }

  private static Remedies.Findings findings(ScenarioBuilder scenario, long budget) {
    Assessment assessment = Assessment.of(scenario.build(), () -> false);
    return new Remedies(assessment.result(), budget, () -> false)
        .of(assessment.verdicts().get(0))
        .orElseThrow();
  }

  private static double value(Remedies.Findings findings, Class<? extends Parameter> kind) {
    return findings.found().stream()
        .map(remedy -> (Change.Setting) remedy.change())
        .filter(setting -> kind.isInstance(setting.parameter()))
        .mapToDouble(Change.Setting::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * An M/M/1 queue that is 90% busy has a p95 of 300 ms. With mu = 100/s a limit of 100 ms is kept
   * up to 70.04/s, 0.778 of the traffic; a second core and a second replica keep it, too; and steps
   * of 1/(90 + ln 20 / 0.1) s, 0.833 of 10 ms, do.
   */
  @Test
  void aBusyCoreIsFixedByASecondOrByLessWork() {
    Remedies.Findings findings = findings(queue().objective(P95, 0.1), Remedies.BUDGET);
    assertThat(value(findings, Parameter.Cores.class)).isEqualTo(2);
    assertThat(value(findings, Parameter.Replicas.class)).isEqualTo(2);
    assertThat(value(findings, Parameter.StepTime.class)).isBetween(0.78, 0.84);
    assertThat(value(findings, Parameter.Traffic.class)).isBetween(0.72, 0.78);
    assertThat(findings.complete()).isTrue();
    assertThat(findings.found())
        .allSatisfy(remedy -> assertThat(remedy.verdict().decision()).isEqualTo(Decision.PASS));
    assertThat(findings.text())
        .matches(
            "it would pass with: cores 1 -> 2 \\(p95 3\\d(\\.\\d+)? ms\\), "
                + "replicas 1 -> 2 \\(p95 4\\d(\\.\\d+)? ms\\), "
                + "step serve x 0\\.\\d+ \\(p95 .*\\), or at most 0\\.7\\d?x of this traffic");
  }

  /** Ten threads for 24 erlangs and more; a second core is no help. */
  @Test
  void aThreadPoolThatIsTooSmallIsFixedByMoreThreads() {
    ScenarioBuilder scenario =
        Scenario.builder("threads")
            .concurrency(new Concurrency.ThreadPool(10, Integer.MAX_VALUE))
            .poissonArrivals(300)
            .endpoint("GET /", cpu("parse", "0.1 ms"), io("load", "80 ms"))
            .runs(new RunPlan(Duration.ofSeconds(20), Duration.ofSeconds(2), 1, 4, 4))
            .objective(P95, 0.1);
    Remedies.Findings findings = findings(scenario, Remedies.BUDGET);
    assertThat(value(findings, Parameter.Threads.class)).isBetween(25.0, 35.0);
    assertThat(value(findings, Parameter.Cores.class)).isNaN();
    assertThat(findings.text()).contains("threads 10 -> ");
  }

  /** Ten connections for 24 erlangs: some number above 24 keeps the limit, and nothing else can. */
  @Test
  void aPoolThatIsTooSmallIsFixedByTheSmallestThatIsLargeEnough() {
    ScenarioBuilder scenario =
        Scenario.builder("pool")
            .pool("db", 10, Duration.ofSeconds(60))
            .poissonArrivals(300)
            .endpoint("GET /", cpu("parse", "0.1 ms"), io("load", "80 ms", "db"))
            .objective(P95, 0.1)
            .runs(new RunPlan(Duration.ofMinutes(1), Duration.ofSeconds(10), 1, 8, 8));
    Remedies.Findings findings = findings(scenario, Remedies.BUDGET);
    double size = value(findings, Parameter.PoolSize.class);
    assertThat(size).isBetween(25.0, 40.0);
    assertThat(value(findings, Parameter.Cores.class)).isNaN();
    Scenario fewer = Change.pool("pool", "db", (int) size - 2).applyTo(scenario.build());
    assertThat(Assessment.of(fewer, () -> false).verdicts().get(0).decision())
        .isNotEqualTo(Decision.PASS);
  }

  /** Nobody waits for anybody: only a faster step helps, to a fifth of its time. */
  @Test
  void whereNobodyWaitsOnlyAFasterStepHelps() {
    ScenarioBuilder scenario =
        Scenario.builder("slow")
            .poissonArrivals(10)
            .endpoint("GET /", io("dawdle", "50 ms"))
            .objective(MEAN, 0.010)
            .runs(new RunPlan(Duration.ofMinutes(1), Duration.ZERO, 1, 2, 2));
    assertThat(findings(scenario, Remedies.BUDGET).text())
        .isEqualTo("it would pass with: step dawdle x 0.2 (mean 10 ms)");
  }

  @Test
  void whatNothingFixesIsSaidSo() {
    ScenarioBuilder scenario =
        Scenario.builder("slow")
            .poissonArrivals(10)
            .endpoint("GET /", io("dawdle", "50 ms"))
            .objective(MEAN, 0.001)
            .runs(new RunPlan(Duration.ofMinutes(1), Duration.ZERO, 1, 2, 2));
    assertThat(findings(scenario, Remedies.BUDGET).text())
        .isEqualTo("no change of a single one of these would make it pass: step dawdle, traffic");
  }

  /** Most trials are decided at a look, so that a search of 25 trials' worth comes to its end. */
  @Test
  void theSearchIsBoundedByEvents() {
    Remedies.Findings findings = findings(queue().objective(P95, 0.1), Remedies.BUDGET);
    assertThat(findings.complete()).isTrue();
    assertThat(findings.events()).isBetween(Remedies.BUDGET / 10, Remedies.BUDGET);
    Remedies.Findings small = findings(queue().objective(P95, 0.1), 20_000);
    assertThat(small.tried()).hasSize(4);
    assertThat(small.events()).isLessThan(20_000 * 30 / 25);
    Remedies.Findings tiny =
        findings(
            queue()
                .fault(new Fault.Surge(1.01, Duration.ZERO, Duration.ofMinutes(2)))
                .objective(P95, 0.1),
            1);
    assertThat(tiny.complete()).isFalse();
    assertThat(tiny.text()).endsWith("(the search ended at its limit of simulated events)");
  }

  @Test
  void onlyBreachesAreLookedInto() {
    Assessment kept = Assessment.of(queue().objective(P95, 2).build(), () -> false);
    assertThat(new Remedies(kept.result(), 1000, () -> false).of(kept.verdicts().get(0))).isEmpty();
    Assessment broken = Assessment.of(queue().objective(P95, 0.1).build(), () -> false);
    assertThat(new Remedies(broken.result(), 0, () -> false).of(broken.verdicts().get(0)))
        .isEmpty();
  }
}
