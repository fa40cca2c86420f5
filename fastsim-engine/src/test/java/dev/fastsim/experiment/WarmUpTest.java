package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.experiment.WarmUp.Origin;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final RunPlan AUTOMATIC =
      new RunPlan(Duration.ofSeconds(400), Optional.empty(), 1, 8, 8);

  private static SimulationResult run(ScenarioBuilder scenario) {
    return Experiment.run(scenario.runs(AUTOMATIC).build());
  }

  /**
   * M/G/infinity from empty: the mean number inside is that of the steady state once the longest
   * wait is over, here after 20 s, and is proportional to the time until then.
   */
  @Test
  void warmUpEndsWhenWaitsThatTakeLongAreInTheirSteadyState() {
    SimulationResult result =
        run(Scenario.builder("waits").poissonArrivals(50).endpoint("wait", io("wait", "20 s")));
    assertThat(result.warmUp().origin()).isEqualTo(Origin.FOUND);
    assertThat(result.warmUp().length().toMillis() / 1000.0).isBetween(15.0, 30.0);
    assertThat(result.requestsInside().value()).isCloseTo(1000, within(10.0));
    assertThat(result.summary()).startsWith("waits: 8 runs of 6 min 40 s, the first ");
    assertThat(result.summary().lines().findFirst().orElseThrow())
        .endsWith("s removed as warm-up, seed 1");
  }

  @Test
  void whatIsSteadyFromTheStartLosesNothing() {
    SimulationResult result =
        run(Scenario.builder("quick").poissonArrivals(5).endpoint("serve", cpu("serve", "1 ms")));
    assertThat(result.warmUp().origin()).isEqualTo(Origin.FOUND);
    assertThat(result.warmUp().length()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void steadyStateAfterAQuarterOfTheDurationIsFoundInAllOfIt() {
    SimulationResult result =
        run(Scenario.builder("waits").poissonArrivals(50).endpoint("wait", io("wait", "90 s")));
    assertThat(result.warmUp().origin()).isEqualTo(Origin.FOUND);
    assertThat(result.warmUp().length().toMillis() / 1000.0).isBetween(75.0, 105.0);
    assertThat(result.isStationary()).isTrue();
  }

  @Test
  void slowerSteadyStateIsNotFoundAndHalfIsLeftOut() {
    SimulationResult result =
        run(Scenario.builder("waits").poissonArrivals(50).endpoint("wait", io("wait", "220 s")));
    assertThat(result.warmUp()).isEqualTo(new WarmUp(Duration.ofSeconds(200), Origin.NOT_FOUND));
    assertThat(result.warnings())
        .containsExactly(
            "the number of requests inside had not settled by half of the duration, so the first"
                + " 3 min 20 s were removed; simulate longer");
  }

  @Test
  void overloadNeverBecomesStationaryAndTheBusyResourceIsNamed() {
    SimulationResult result =
        run(
            Scenario.builder("overload")
                .poissonArrivals(55)
                .endpoint("serve", cpu("serve", "exponential(20 ms)")));
    assertThat(result.isStationary()).isFalse();
    assertThat(result.warmUp().origin()).isEqualTo(Origin.NOT_FOUND);
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .matches(
            "5\\d\\.?\\d*/s arrive but only (49|50)\\.?\\d*/s leave \\(cpu 100% busy\\): the number"
                + " of requests inside grows for as long as is simulated, and latencies tell of the"
                + " duration rather than of the service");
    assertThat(result.summary()).contains("\nwarnings\n  5");
    assertThat(result.toJson()).contains("\"warmUpOrigin\" : \"not-found\"", "/s arrive but only");
  }

  /** Two thirds of what arrives stay, so that those inside at the end came after the warm-up. */
  @Test
  void heavyOverloadIsSeenWithALongWarmUpToo() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("overload")
                .poissonArrivals(150)
                .endpoint("serve", cpu("serve", "exponential(20 ms)"))
                .runs(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(30), 1, 4, 4))
                .build());
    assertThat(result.isStationary()).isFalse();
  }

  /** Overload, but who waits longer than 100 ms gives up, so that the queue stays short. */
  @Test
  void overloadThatTurnsRequestsAwayIsStationary() {
    SimulationResult result =
        run(
            Scenario.builder("impatient")
                .pool("db", 1, Duration.ofMillis(100))
                .poissonArrivals(80)
                .endpoint("ask", io("query", "exponential(20 ms)", "db")));
    assertThat(result.errorRate().value()).isGreaterThan(0.3);
    assertThat(result.isStationary()).isTrue();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void scenarioWithFaultsIsMeasuredFromTheStart() {
    SimulationResult result =
        run(
            Scenario.builder("surge")
                .poissonArrivals(55)
                .endpoint("serve", cpu("serve", "exponential(20 ms)"))
                .fault(new Fault.Surge(2, Duration.ofSeconds(10), Duration.ofSeconds(10))));
    assertThat(result.warmUp()).isEqualTo(new WarmUp(Duration.ZERO, Origin.FAULTS));
    assertThat(result.isStationary()).isTrue();
  }

  @Test
  void givenWarmUpIsKept() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("given")
                .poissonArrivals(5)
                .endpoint("serve", cpu("serve", "1 ms"))
                .runs(AUTOMATIC.withWarmUp(Duration.ofSeconds(7)))
                .build());
    assertThat(result.warmUp()).isEqualTo(new WarmUp(Duration.ofSeconds(7), Origin.GIVEN));
  }

  @Test
  void searchCanBeCancelled() {
    Scenario scenario =
        Scenario.builder("quick")
            .poissonArrivals(5)
            .endpoint("serve", cpu("serve", "1 ms"))
            .build();
    Assertions.assertThatThrownBy(() -> WarmUpSearch.of(scenario, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
