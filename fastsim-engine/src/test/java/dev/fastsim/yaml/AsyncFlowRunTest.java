package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read can be played. */
class AsyncFlowRunTest {

  static List<String> samples() {
    return Samples.ASYNCFLOW;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFileIsSimulatedAlikeEveryTime(String sample) {
    SimulationResult first = FastSim.simulate(scenario(sample));
    assertThat(first.outcomes().completed()).isPositive();
    assertThat(FastSim.simulate(scenario(sample)).toJson()).isEqualTo(first.toJson());
  }

  private static Scenario scenario(String sample) {
    Scenario scenario = ScenarioFile.load(Samples.path(sample)).scenario();
    return scenario.withRuns(scenario.runs().withReplications(2));
  }
}
