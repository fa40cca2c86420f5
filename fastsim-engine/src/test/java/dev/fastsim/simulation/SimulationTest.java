package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.SimulationException;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

  private static ScenarioBuilder constantArrivals(double perSecond, Duration duration) {
    return Scenario.builder("constant arrivals")
        .workload(new Workload.OpenRate(perSecond, Spacing.CONSTANT))
        .runs(new RunPlan(duration, Duration.ZERO, 1, 1, 1));
  }

  private static RunResult run(ScenarioBuilder scenario) {
    return Simulation.run(scenario.build(), 0, () -> false);
  }

  @Test
  void cancelledRunThrows() {
    ScenarioBuilder scenario = constantArrivals(1000, Duration.ofMinutes(1)).endpoint("nothing");
    assertThatThrownBy(() -> Simulation.run(scenario.build(), 0, () -> true))
        .isInstanceOf(CancellationException.class)
        .hasMessage("the simulation was cancelled");
  }

  @Test
  void evenABriefRunSeesThatItIsCancelled() {
    ScenarioBuilder scenario = constantArrivals(1, Duration.ofSeconds(1)).endpoint("nothing");
    assertThatThrownBy(() -> Simulation.run(scenario.build(), 0, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  /** A million messages on a link of a day: the cheapest way to have so many inside. */
  @Test
  void hopelessOverloadIsRefused() {
    ScenarioBuilder scenario =
        constantArrivals(1e6, Duration.ofSeconds(3))
            .network(new Network(new Constant(86_400), 0))
            .endpoint("nothing");
    assertThatThrownBy(() -> run(scenario))
        .isInstanceOf(SimulationException.class)
        .hasMessageStartingWith("1048576 requests are inside the service at once")
        .hasMessageContaining("Lower the traffic, add cores or replicas");
  }

  /** If their ends were added up, the times of 4096 would overflow. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void thousandsMayQueueForACoreThatIsNeverFree(int cores) {
    RunResult run =
        run(
            constantArrivals(20_000, Duration.ofSeconds(1))
                .cores(cores)
                .endpoint("hang", cpu("compute", "1000 d")));
    assertThat(run.outcomes().inFlight()).isEqualTo(20_000);
    ServiceRun service = run.services().get(0);
    assertThat(service.replicas().get(0).coresHeld().mean()).isCloseTo(cores, within(0.001));
    assertThat(service.replicas().get(0).readyQueue().mean()).isCloseTo(10_000, within(10.0));
    assertThat(service.readyQueueLag().count()).isEqualTo(cores);
  }

  @Test
  void moreStepsThanATraceCanTellApartAreRefused() {
    Step[] steps =
        IntStream.rangeClosed(0, Trace.STEPS_MOST)
            .mapToObj(i -> cpu("step" + i, "1 ms"))
            .toArray(Step[]::new);
    assertThatThrownBy(() -> run(constantArrivals(1, Duration.ofSeconds(1)).endpoint("e", steps)))
        .isInstanceOf(SimulationException.class)
        .hasMessage("the scenario has 8193 steps; at most 8192 can be simulated");
  }

  @Test
  void bodyThatRecordsMoreMemoryThanThereIsFails() {
    NumberedRequests body =
        new NumberedRequests(
            List.of(ScenarioBuilder.ram("half", 60)),
            number -> number < 3 ? List.of(0) : List.of(0, 0));
    ScenarioBuilder scenario =
        constantArrivals(1, Duration.ofSeconds(5)).ram(100).endpoint(body.endpoint("serve"));
    assertThatThrownBy(() -> run(scenario))
        .isInstanceOf(ProgramException.class)
        .hasMessage(
            "a request to 'serve' needs 120 B of memory, but a replica has only 100 B; it could"
                + " never start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2562047H47M16.854775807S", "PT2562047788015215H30M7S"})
  void patienceMayBeEndless(Duration timeout) {
    RunResult run =
        run(
            constantArrivals(100, Duration.ofSeconds(10))
                .pool("db", 1, timeout)
                .endpoint("query", io("query", "1 s", "db")));
    assertThat(run.outcomes().completed()).isEqualTo(9);
    assertThat(run.outcomes().timedOut()).isZero();
  }

  @Test
  void constantArrivalsReachTheHorizonAtEveryRate() {
    for (int perSecond = 1; perSecond <= 1000; perSecond++) {
      assertThat(run(constantArrivals(perSecond, Duration.ofSeconds(3)).endpoint("e")).outcomes())
          .as("%d/s", perSecond)
          .satisfies(outcomes -> assertThat(outcomes.offered() % 3).isZero());
    }
  }

  @Test
  void seriesCountsEveryCompletionOnce() {
    RunResult run = run(constantArrivals(10, Duration.ofSeconds(3)).endpoint("nothing"));
    assertThat(run.seriesSeconds()).isEqualTo(1);
    assertThat(run.completionsPerSecond()).containsExactly(10.0, 10.0, 10.0);
    assertThat(run.throughput()).isEqualTo(10);
  }

  @Test
  void seriesOfALongRunHasAtMostAnHoursWorthOfIntervals() {
    RunResult run = run(constantArrivals(0.01, Duration.ofSeconds(7201)).endpoint("nothing"));
    assertThat(run.seriesSeconds()).isEqualTo(3);
    assertThat(run.completionsPerSecond()).hasSize(2401);
  }
}
