package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved result, and how others differ from it. */
class BaselineTest {

  private static final Metric P95 =
      new Metric.Latency(Optional.of("GET /"), new Statistic.Percentile(95));

  private static final RunPlan PLAN =
      new RunPlan(Duration.ofSeconds(20), Duration.ofSeconds(2), 1, 4, 4);

  @TempDir Path folder;

  private static Scenario queue(RunPlan plan) {
    return Scenario.builder("M/M/1")
        .poissonArrivals(50)
        .endpoint("GET /", cpu("serve", "exponential(10 ms)"))
        .runs(plan)
        .build();
  }

  private Baseline saved(SimulationResult result) throws IOException {
    return Baseline.read(Files.writeString(folder.resolve("baseline.json"), result.toJson()));
  }

  private Baseline file(String text) throws IOException {
    return Baseline.read(Files.writeString(folder.resolve("other.json"), text));
  }

  @Test
  void everyMetricItKeepsIsThatOfTheResult() throws IOException {
    SimulationResult result = Experiment.run(queue(PLAN));
    Baseline baseline = saved(result);
    assertThat(baseline.seed()).isEqualTo(1);
    assertThat(baseline.replications()).isEqualTo(4);
    for (Optional<String> endpoint : List.of(Optional.<String>empty(), Optional.of("GET /"))) {
      Baseline.LATENCIES.forEach(
          (name, statistic) ->
              assertUnchanged(baseline, result, new Metric.Latency(endpoint, statistic)));
      assertUnchanged(baseline, result, new Metric.Throughput(endpoint));
      assertUnchanged(baseline, result, new Metric.ErrorRate(endpoint));
    }
  }

  private static void assertUnchanged(Baseline baseline, SimulationResult result, Metric metric) {
    RelativeDifference same = baseline.compare(result, metric);
    assertThat(same.paired()).isTrue();
    assertThat(same.before()).isEqualTo(same.after());
    assertThat(same.before()).isEqualTo(Estimate.of(new Readings(result).samples(metric)));
    assertThat(same.change().value()).isZero();
  }

  /** The same arrivals: what 10% more work does is known far better from 4 short runs. */
  @Test
  void theSameSeedIsComparedRunByRun() throws IOException {
    Baseline baseline = saved(Experiment.run(queue(PLAN)));
    Scenario slower = Change.step("serve", 1.1).applyTo(queue(PLAN));
    RelativeDifference paired = baseline.compare(Experiment.run(slower), P95);
    assertThat(paired.paired()).isTrue();
    SimulationResult otherSeed = Experiment.run(slower.withRuns(PLAN.withSeed(2)));
    RelativeDifference independent = baseline.compare(otherSeed, P95);
    assertThat(independent.paired()).isFalse();
    assertThat(width(paired)).isLessThan(width(independent) / 2);
    assertThat(paired.change().low()).isGreaterThan(0.05);
    assertThat(paired.text())
        .matches("\\+\\d\\d(\\.\\d)?% \\(95% CI \\+.*% \\.\\. \\+.*%\\), from .* ms to .* ms");
  }

  private static double width(RelativeDifference difference) {
    return difference.change().high() - difference.change().low();
  }

  /** More replications than the baseline has are left out; the rest are its own. */
  @Test
  void asManyRunsAreComparedAsBothHave() throws IOException {
    Baseline baseline = saved(Experiment.run(queue(PLAN)));
    RelativeDifference more =
        baseline.compare(Experiment.run(queue(PLAN.withReplications(6))), P95);
    assertThat(more.change().replications()).isEqualTo(4);
    assertThat(more.change().value()).isZero();
  }

  @Test
  void otherDurationsAreIndependent() throws IOException {
    Baseline baseline = saved(Experiment.run(queue(PLAN)));
    Scenario longer = queue(PLAN.withDuration(Duration.ofSeconds(40)).withReplications(6));
    RelativeDifference difference = baseline.compare(Experiment.run(longer), P95);
    assertThat(difference.paired()).isFalse();
    assertThat(difference.before().replications()).isEqualTo(4);
    assertThat(difference.after().replications()).isEqualTo(6);
  }

  /** A single run is compared batch by batch. */
  @Test
  void theBatchesOfOneRunArePaired() throws IOException {
    Scenario one = queue(PLAN.withReplications(1));
    Baseline baseline = saved(Experiment.run(one));
    RelativeDifference difference =
        baseline.compare(Experiment.run(Change.step("serve", 1.2).applyTo(one)), P95);
    assertThat(difference.paired()).isTrue();
    assertThat(difference.change().replications()).isEqualTo(Experiment.BATCHES);
    assertThat(difference.change().low()).isPositive();
  }

  @Test
  void anEndpointThatItHasNotIsNamedWithThoseItHas() throws IOException {
    Scenario renamed =
        Scenario.builder("M/M/1")
            .poissonArrivals(50)
            .endpoint("GET /v2", cpu("serve", "exponential(10 ms)"))
            .runs(PLAN)
            .build();
    SimulationResult result = Experiment.run(renamed);
    Baseline baseline = saved(Experiment.run(queue(PLAN)));
    Metric p95 = new Metric.Latency(Optional.of("GET /v2"), new Statistic.Percentile(95));
    assertThatThrownBy(() -> baseline.compare(result, p95))
        .isInstanceOf(InvalidBaselineException.class)
        .hasMessageEndingWith(
            "baseline.json has no endpoints.GET /v2.latency.p95.each; its endpoints are [GET /]");
  }

  @Test
  void whatItKeepsNothingOfIsRefused() throws IOException {
    SimulationResult result = Experiment.run(queue(PLAN));
    Baseline baseline = saved(result);
    assertThatThrownBy(() -> baseline.compare(result, new Metric.CpuUtilization("M/M/1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but no M/M/1 cpu utilization");
  }

  @Test
  void filesThatAreNoResultsAreRefusedWithTheReason() {
    assertThatThrownBy(() -> Baseline.read(folder.resolve("missing.json")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> file("{ \"schema\": "))
        .isInstanceOf(InvalidBaselineException.class)
        .hasMessageContaining("other.json is no result that FastSim has written: ");
    assertThatThrownBy(() -> file("[1]")).hasMessageEndingWith("it is not a JSON object");
    assertThatThrownBy(() -> file("{} {}")).hasMessageEndingWith("there is more after its end");
    assertThatThrownBy(() -> file("{}"))
        .hasMessageEndingWith("its member 'schema' must be fastsim-result/4, but is missing");
    assertThatThrownBy(() -> file("{\"schema\": \"fastsim-sweep/1\"}"))
        .hasMessageEndingWith("must be fastsim-result/4, but is 'fastsim-sweep/1'");
    assertThatThrownBy(() -> file("{\"schema\": \"fastsim-result/3\"}"))
        .hasMessageEndingWith(
            "other.json is of version 3 of results, which has no values of single replications to"
                + " compare; write it anew");
    assertThatThrownBy(() -> file("{\"schema\": \"fastsim-result/5\"}"))
        .hasMessageContaining("which this FastSim does not know (4 is its latest)");
  }
}
