package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.Dialect;
import dev.fastsim.yaml.LoadedScenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

  private static final Scenario SHOP = CliRun.shop().build();

  /** A loader of two files: the shop, and the shop with a slower payment and a plan of its own. */
  private static LoadedScenario load(Path file) {
    Scenario slower =
        Change.step("pay", 2)
            .applyTo(SHOP)
            .withName("slower")
            .withRuns(SHOP.runs().withSeed(9).withReplications(5));
    Scenario scenario = file.endsWith("slower.yml") ? slower : SHOP;
    return new LoadedScenario(scenario, List.of(), Dialect.FASTSIM, Map.of());
  }

  @Test
  void theSecondIsSimulatedLikeTheFirstAndTheDifferencesAreShown() {
    CliRun run = CliRun.of(CompareCommandTest::load, "compare", "shop.yml", "slower.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("slower against shop: 2 runs each\n")
        .containsPattern(
            "\n  POST /item mean +\\+20(\\.0\\d?)? ms  21\\.\\d+ ms -> 41\\.\\d+ ms(, .*)? \\*\n")
        .containsPattern("\n  GET /item mean +\\+0 ns ");
  }

  @Test
  void optionsHoldForBoth() {
    CliRun run =
        CliRun.of(
            CompareCommandTest::load, "compare", "shop.yml", "slower.yml", "--replications=3");

    assertThat(run.out()).startsWith("slower against shop: 3 runs each\n");
  }

  @Test
  void twoFilesAreNeeded() {
    CliRun run = CliRun.of(SHOP, "compare", "shop.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("Missing required parameter: 'OTHER'");
  }
}
