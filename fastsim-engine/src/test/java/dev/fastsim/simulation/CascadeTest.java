package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One event sets nearly a hundred thousand requests free, one after the other. */
class CascadeTest {

  private static final int REQUESTS = 100_000;

  /** One request each microsecond. */
  private static Outcomes run(ScenarioBuilder scenario) {
    return Simulation.run(
            scenario
                .workload(new Workload.OpenRate(1e6, Spacing.CONSTANT))
                .runs(new RunPlan(Duration.ofMillis(100), Duration.ZERO, 1, 1, 1))
                .build(),
            0,
            () -> false)
        .outcomes();
  }

  @Test
  void requestsThatLeaveAtOnceHandTheirMemoryOnWithoutExhaustingTheStack() {
    NumberedRequests onlyTheFirstWaits =
        new NumberedRequests(
            List.of(ram("ram", 100), io("wait", "99.9 ms")),
            number -> number == 1 ? List.of(0, 1) : List.of(0));
    Outcomes outcomes =
        run(Scenario.builder("memory").ram(100).endpoint(onlyTheFirstWaits.endpoint("serve")));
    assertThat(outcomes.completed()).isEqualTo(REQUESTS);
  }

  @Test
  void requestsThatGiveUpAtOnceHandTheirCoreOnWithoutExhaustingTheStack() {
    Step query = new Step.Io("query", new Constant(0.001), Optional.of("db"), true);
    NumberedRequests firstConnectionThenCoreAreTaken =
        new NumberedRequests(
            List.of(io("hold", "1 s", "db"), cpu("compute", "99.9 ms"), query),
            number -> List.of(Math.min(number, 3) - 1));
    Outcomes outcomes =
        run(
            Scenario.builder("cores")
                .pool("db", 1, Duration.ZERO)
                .endpoint(firstConnectionThenCoreAreTaken.endpoint("serve")));
    assertThat(outcomes.timedOut()).isEqualTo(REQUESTS - 2);
    assertThat(outcomes.inFlight()).isEqualTo(1);
  }
}
