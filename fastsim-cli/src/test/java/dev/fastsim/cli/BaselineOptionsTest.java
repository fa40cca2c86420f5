package dev.fastsim.cli;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --save-baseline} and {@code run --baseline}. */
class BaselineOptionsTest {

  private static final Scenario SHOP = CliRun.shop().build();

  @TempDir Path folder;
  private String file = "";

  @BeforeEach
  void nameFile() {
    file = folder.resolve("new/baseline.json").toString();
  }

  private static CliRun run(Scenario scenario, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "run";
    arguments[1] = "shop.yml";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CliRun.of(scenario, arguments);
  }

  @Test
  void theResultIsSavedWithoutWhatTellsOfTheMachine() throws IOException {
    assertThat(run(SHOP, "--save-baseline", file).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(Path.of(file))).isEqualTo(FastSim.simulate(SHOP).toJson() + "\n");
  }

  @Test
  void whatHasNotChangedIsDone() {
    run(SHOP, "--save-baseline", file);
    CliRun same = run(SHOP, "--baseline", file, "--tolerance", "0%");
    assertThat(same.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(same.out())
        .contains("\nagainst baseline " + file + ": 2 runs, each with the same arrivals")
        .contains("\nPASS p95 <= baseline + 0%: was +0%")
        .contains("\nPASS POST /item throughput >= baseline - 0%: was +0%");
    assertThat(run(SHOP, "--baseline", file, "--quiet").out()).isEmpty();
  }

  @Test
  void whatIsWorseEndsWithOneAndWhatIsBetterDoesNot() {
    run(SHOP, "--save-baseline", file);
    CliRun slower = run(Change.step("pay", 1.5).applyTo(SHOP), "--baseline", file, "--quiet");
    assertThat(slower.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(slower.out())
        .containsPattern("(?m)^FAIL POST /item mean <= baseline \\+ 5%: was \\+4\\d(\\.\\d)?% ")
        .doesNotContain("PASS");
    CliRun faster = run(Change.step("pay", 0.5).applyTo(SHOP), "--baseline", file);
    assertThat(faster.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(faster.out()).contains("\nPASS POST /item mean <= baseline + 5%: was -4");
  }

  /**
   * What a result file says can be compared with, too, and a regression can become the baseline.
   */
  @Test
  void aJsonResultIsABaselineAndMayBeSavedAnew() {
    run(SHOP, "--json", file);
    Scenario slower = Change.step("pay", 1.5).applyTo(SHOP);
    assertThat(run(slower, "--baseline", file, "--save-baseline", file).exitCode())
        .isEqualTo(ExitCode.BREACHED);
    assertThat(run(slower, "--baseline", file).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatCannotBeToldIsUndecided() {
    run(SHOP, "--save-baseline", file);
    CliRun other =
        run(SHOP, "--baseline", file, "--seed=9", "--tolerance=0.01%", "--inconclusive=abort");
    assertThat(other.exitCode()).isEqualTo(ExitCode.UNDECIDED);
    assertThat(other.out())
        .contains("2 runs against 2 runs of the baseline, with other random numbers")
        .contains("\nINCONCLUSIVE p95 <= baseline + 0.01%: cannot tell, is about ");
  }

  @Test
  void wrongInputIsExplained() throws IOException {
    CliRun missing = run(SHOP, "--baseline", file);
    assertThat(missing.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(missing.err())
        .contains("there is no baseline " + file + "; save one with --save-baseline " + file);
    Path other = Files.writeString(folder.resolve("other.json"), "{\"schema\": 1}");
    CliRun unusable = run(SHOP, "--baseline", other.toString());
    assertThat(unusable.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(unusable.err()).contains("is no result that FastSim has written");
    CliRun tolerance = run(SHOP, "--baseline", file, "--tolerance", "5");
    assertThat(tolerance.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(tolerance.err()).contains("--tolerance", "did you mean 5%?");
  }

  @Test
  void anEndpointThatTheBaselineHasNotIsWrongInput() {
    run(SHOP, "--save-baseline", file);
    Scenario more = CliRun.shop().endpoint("GET /cart", cpu("add", "1 ms")).build();
    CliRun run = run(more, "--baseline", file);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("has no endpoints.GET /cart.latency.mean.each; its endpoints");
  }
}
