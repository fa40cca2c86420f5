package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ExperimentTest {

  private static Scenario scenario(int replications, int most) {
    return Scenario.builder("M/M/1")
        .poissonArrivals(50)
        .endpoint("serve", cpu("serve", "exponential(10 ms)"))
        .runs(new RunPlan(Duration.ofSeconds(400), Duration.ZERO, 1, replications, most))
        .build();
  }

  @Test
  void replicationsDoubleUntilTheResultIsGoodEnough() {
    List<Integer> seen = new ArrayList<>();
    SimulationResult result =
        Experiment.run(
            scenario(2, 100),
            soFar -> {
              seen.add(soFar.runs().size());
              return soFar.runs().size() >= 8;
            },
            () -> false);
    assertThat(seen).containsExactly(2, 4, 8);
    assertThat(result.runs()).hasSize(8);
  }

  @Test
  void replicationsStopAtTheMaximum() {
    List<Integer> seen = new ArrayList<>();
    SimulationResult result =
        Experiment.run(
            scenario(2, 5),
            soFar -> {
              seen.add(soFar.runs().size());
              return false;
            },
            () -> false);
    assertThat(seen).containsExactly(2, 4);
    assertThat(result.runs()).hasSize(5);
  }

  @Test
  void replicationsAreInOrderAndDiffer() {
    SimulationResult result = Experiment.run(scenario(4, 4));
    assertThat(result.runs()).extracting(RunResult::replication).containsExactly(0, 1, 2, 3);
    assertThat(result.runs()).extracting(RunResult::events).doesNotHaveDuplicates();
  }

  @Test
  void moreReplicationsKeepTheFirst() {
    assertThat(Experiment.run(scenario(2, 2)).runs().get(1).events())
        .isEqualTo(Experiment.run(scenario(4, 4)).runs().get(1).events());
  }

  @Test
  void cancelledExperimentThrows() {
    assertThatThrownBy(() -> Experiment.run(scenario(4, 4), result -> true, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void monitorIsToldOfEachReplication() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Experiment.run(
        scenario(2, 4),
        result -> false,
        new ProgressMonitor() {
          @Override
          public boolean isCancelled() {
            return false;
          }

          @Override
          public void replicationDone(int done, int planned) {
            told.add(done + "/" + planned);
          }
        });
    assertThat(told.subList(0, 2)).containsExactlyInAnyOrder("1/2", "2/2");
    assertThat(told.subList(2, 4)).containsExactlyInAnyOrder("3/4", "4/4");
  }

  @Test
  void unknownEndpointIsNamedWithThoseThereAre() {
    SimulationResult result = Experiment.run(scenario(1, 1));
    assertThatThrownBy(() -> result.endpoint("buy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no endpoint 'buy'; M/M/1 has [serve]");
  }

  @Test
  void percentilesAreAboveZeroAndBelowAHundred() {
    SimulationResult result = Experiment.run(scenario(1, 1));
    assertThatThrownBy(() -> result.endpoint("serve").latency().percentile(100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a percentile must be above 0 and below 100, but is 100.0");
  }
}
