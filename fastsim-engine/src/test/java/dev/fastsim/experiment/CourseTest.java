package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final Scenario SHOP =
      Scenario.builder("shop")
          .poissonArrivals(100)
          .endpoint("GET /item", cpu("parse", "5 ms"))
          .fault(new Fault.Surge(1.8, Duration.ofSeconds(20), Duration.ofSeconds(10)))
          .runs(new RunPlan(Duration.ofSeconds(60), Duration.ofSeconds(6), 1, 2, 2))
          .build();

  private final SimulationResult result = Experiment.run(SHOP);
  private final Course course =
      Course.of(
          result,
          List.of(
              RunResult::throughput,
              run -> run.services().get(0).replicas().get(0).coresHeld().mean(),
              run -> run.outcomes().completed()),
          () -> false);

  @Test
  void thePartsCoverTheReplicationFromItsStart() {
    assertThat(course.starts()[0]).isZero();
    assertThat(course.starts()).hasSizeBetween(50, 65);
    assertThat(course.partSeconds() * course.starts().length).isCloseTo(60, within(1e-9));
  }

  @Test
  void whatIsSeenIsTheFirstReplicationItself() {
    RunResult first = result.runs().get(0);
    double[] completed = course.values(2);
    int warmUp = (int) Math.round(6 / course.partSeconds());
    double afterWarmUp = Arrays.stream(completed).skip(warmUp).sum();
    // requests that arrive in the warm-up and end after it are not counted by the result
    assertThat(afterWarmUp).isCloseTo(first.outcomes().completed(), within(20.0));
  }

  @Test
  void aSurgeShowsWhereItIs() {
    double[] busy = course.values(1);
    assertThat(mean(busy, 21, 30)).isGreaterThan(0.8);
    assertThat(mean(busy, 35, 60)).isBetween(0.4, 0.6);
  }

  private double mean(double[] values, double from, double to) {
    return Arrays.stream(
            values, (int) (from / course.partSeconds()), (int) (to / course.partSeconds()))
        .average()
        .orElseThrow();
  }
}
