package dev.fastsim.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fastsim.annotations.Endpoint;
import dev.fastsim.experiment.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class FastSimExtensionTest {

  private static final List<SimulationResult> SEEN = new ArrayList<>();

  private EngineTestKit.Builder select(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type));
  }

  private List<SimulationResult> results(EngineTestKit.Builder tests) {
    SEEN.clear();
    tests.execute().testEvents().assertStatistics(stats -> stats.failed(0).started(SEEN.size()));
    return List.copyOf(SEEN);
  }

  private Throwable failure(EngineTestKit.Builder tests) {
    EngineExecutionResults results = tests.execute();
    return results
        .testEvents()
        .failed()
        .list()
        .get(0)
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  @Test
  void testsOfOneRunShareOneSimulationOfAModel() {
    List<SimulationResult> results = results(select(UsesModel.class));
    assertThat(results).hasSize(2);
    assertThat(results.get(0)).isSameAs(results.get(1));
    assertThat(results.get(0).endpoint("GET /").latency().mean().value()).isEqualTo(0.005);
  }

  @Test
  void thePlainParameterMeansTheTestClassOrTheClassAroundIt() {
    List<SimulationResult> results = results(select(IsModel.class));
    assertThat(results)
        .hasSize(2)
        .allSatisfy(
            result ->
                assertThat(result.scenario().name()).isEqualTo("FastSimExtensionTest.IsModel"));
  }

  @Test
  void aClassThatNamesAFileIsAModel() {
    assertThat(results(select(NamesFile.class)))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.servers()).hasSize(2));
  }

  @Test
  void oneOfSeveralFilesIsNotGuessed() {
    assertThat(failure(select(UsesFiles.class)))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageEndingWith(
            "NamesFiles names 2 files; a parameter can only mean the result of one");
  }

  @Test
  void mistakesOfTheFileAreTheMessage() {
    assertThat(failure(select(UsesMistakenFile.class)))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("mistaken.yml has 2 mistakes:");
  }

  @Test
  void theConfiguredSeedIsUsed() {
    List<SimulationResult> results =
        results(select(UsesModel.class).configurationParameter("fastsim.seed", "7"));
    assertThat(results.get(0).scenario().runs().seed()).isEqualTo(7);
  }

  @Test
  void aPlainParameterOutsideAModelSaysWhatToWrite() {
    assertThat(failure(select(NoModel.class)))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("of plain: ")
        .hasMessageContaining(
            "FastSimExtensionTest$NoModel is no model, it has no @Endpoint method and no @ScenarioFile")
        .hasMessageContaining("@Simulated(SomeModel.class) SimulationResult");
  }

  @Test
  void anAnnotatedParameterOfAnotherTypeIsRefused() {
    assertThat(failure(select(WrongType.class)))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("@Simulated parameters must be of type SimulationResult, not String");
  }

  @Test
  void mistakesOfTheModelAreTheMessage() {
    assertThat(failure(select(UsesMistaken.class)))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("model 'ExtensionModels.Mistaken' has 1 mistake")
        .hasMessageContaining("nowhere");
  }

  @Test
  void aWrongConfigurationValueIsTheMessage() {
    assertThat(failure(select(UsesModel.class).configurationParameter("fastsim.seed", "seven")))
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining(
            "configuration parameter fastsim.seed is 'seven', but must be a whole number of 64 bits");
  }

  static class UsesModel {
    @Test
    void first(@Simulated(ExtensionModels.Model.class) SimulationResult result) {
      SEEN.add(result);
    }

    @Test
    void second(@Simulated(ExtensionModels.Model.class) SimulationResult result) {
      SEEN.add(result);
    }
  }

  @ExtensionModels.Brief
  @ExtendWith(FastSimExtension.class)
  static class IsModel {
    @Endpoint
    void get() {}

    @BeforeEach
    void before(SimulationResult result) {
      assertThat(result.endpoints()).hasSize(1);
    }

    @Test
    void itself(SimulationResult result) {
      SEEN.add(result);
    }

    @Nested
    class Inside {
      @Test
      void around(SimulationResult result) {
        SEEN.add(result);
      }
    }
  }

  @ScenarioFile("engine/shop.yml")
  @ExtendWith(FastSimExtension.class)
  static class NamesFile {
    @Test
    void itself(SimulationResult result) {
      SEEN.add(result);
    }

    @Test
    void named(@Simulated(NamesFile.class) SimulationResult result) {
      SEEN.add(result);
    }
  }

  static class UsesFiles {
    @Test
    void either(@Simulated(ExtensionModels.NamesFiles.class) SimulationResult result) {
      SEEN.add(result);
    }
  }

  static class UsesMistakenFile {
    @Test
    void none(@Simulated(ExtensionModels.NamesMistakenFile.class) SimulationResult result) {
      SEEN.add(result);
    }
  }

  @ExtendWith(FastSimExtension.class)
  static class NoModel {
    @Test
    void plain(SimulationResult result) {
      SEEN.add(result);
    }
  }

  static class WrongType {
    @Test
    void text(@Simulated(ExtensionModels.Model.class) String result) {}
  }

  static class UsesMistaken {
    @Test
    void uses(@Simulated(ExtensionModels.Mistaken.class) SimulationResult result) {
      SEEN.add(result);
    }
  }
}
