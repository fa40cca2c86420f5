package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One long run instead of replications: the batches stand for replications. */
class BatchMeansTest {

  private static final Scenario SHOP =
      Scenario.builder("shop")
          .cores(2)
          .pool("db", 2, Duration.ofMillis(30))
          .network(new Network(new Constant(0.002), 0.01))
          .poissonArrivals(100)
          .endpoint(
              "buy", cpu("parse", "exponential(9 ms)"), io("query", "exponential(9 ms)", "db"))
          .runs(new RunPlan(Duration.ofSeconds(1050), Duration.ofSeconds(50), 1, 1, 1))
          .build();

  private static final SimulationResult RESULT = Experiment.run(SHOP);

  @Test
  void runIsTheSameAsWithoutBatches() {
    RunResult whole = Simulation.run(SHOP, 0, () -> false);
    RunResult run = RESULT.runs().get(0);
    assertThat(run.outcomes()).isEqualTo(whole.outcomes());
    assertThat(run.events()).isEqualTo(whole.events());
    assertThat(run.latency().mean()).isEqualTo(whole.latency().mean());
    assertThat(run.latency().percentile(99)).isEqualTo(whole.latency().percentile(99));
    assertThat(run.services().get(0).replicas()).isEqualTo(whole.services().get(0).replicas());
    assertThat(run.links()).isEqualTo(whole.links());
    assertThat(run.requestsInside()).isEqualTo(whole.requestsInside());
  }

  @Test
  void batchesAddUpToTheRun() {
    List<RunResult> soFar = Simulation.runInParts(SHOP, 0, 20, () -> false);
    RunResult whole = soFar.get(19);
    Outcomes sum = soFar.get(0).outcomes();
    double latency = soFar.get(0).latency().mean() * soFar.get(0).latency().count();
    double held = heldSeconds(soFar.get(0));
    for (int i = 1; i < 20; i++) {
      RunResult batch = soFar.get(i).since(soFar.get(i - 1));
      assertThat(batch.measuredSeconds()).isCloseTo(50, within(1e-6));
      sum = sum.plus(batch.outcomes());
      latency += batch.latency().mean() * batch.latency().count();
      held += heldSeconds(batch);
    }
    assertThat(sum).isEqualTo(whole.outcomes());
    assertThat(latency / whole.latency().count()).isCloseTo(whole.latency().mean(), within(1e-12));
    assertThat(held).isCloseTo(heldSeconds(whole), within(1e-6));
  }

  private static double heldSeconds(RunResult run) {
    return run.services().get(0).replicas().get(0).coresHeld().mean() * run.measuredSeconds();
  }

  /** In a hundred seconds each, batches are as good as independent replications. */
  @Test
  void everyMetricHasAnIntervalAboutAsWideAsThatOfReplications() {
    SimulationResult replicated =
        Experiment.run(
            SHOP.withRuns(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(10), 1, 20, 20)));
    similar(RESULT.latency().mean(), replicated.latency().mean());
    similar(RESULT.latency().p95(), replicated.latency().p95());
    similar(RESULT.throughput(), replicated.throughput());
    similar(RESULT.errorRate(), replicated.errorRate());
    similar(RESULT.server().cpuUtilization(), replicated.server().cpuUtilization());
    similar(RESULT.server().pool("db").utilization(), replicated.server().pool("db").utilization());
    similar(RESULT.server().readyQueueLag().p95(), replicated.server().readyQueueLag().p95());
    similar(RESULT.requestsInside(), replicated.requestsInside());
  }

  private static void similar(Estimate batches, Estimate replications) {
    double width = batches.high() - batches.low();
    double usual = replications.high() - replications.low();
    assertThat(width / usual).isBetween(0.5, 2.0);
    assertThat(batches.value()).isCloseTo(replications.value(), within(usual));
  }

  @Test
  void summarySaysThatThereAreBatches() {
    assertThat(RESULT.summary())
        .startsWith(
            "shop: 1 run of 17 min 30 s in 20 batches, the first 50 s not measured, seed 1");
    assertThat(RESULT.warnings()).isEmpty();
  }

  /** Two batches are as long as the queue remembers. */
  @Test
  void tooShortBatchesAreTold() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("slow")
                .poissonArrivals(93)
                .endpoint("serve", cpu("serve", "exponential(10 ms)"))
                .runs(new RunPlan(Duration.ofSeconds(40), Duration.ofSeconds(1), 1, 1, 1))
                .build());
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .matches(
            "the batches of the run are too short for their intervals: mean latencies of neighbours"
                + " have a correlation of 0\\.[5-9]\\d; simulate longer");
  }
}
