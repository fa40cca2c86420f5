package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.WhatIf;
import dev.fastsim.yaml.Dialect;
import dev.fastsim.yaml.LoadedScenario;
import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

  private static final Scenario SHOP = CliRun.shop().build();

  private static void assertInvalid(CliRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void summaryAndHistogramGoToStandardOutput() {
    CliRun run = CliRun.of(SHOP, "run", "shop.yml");

    SimulationResult result = FastSim.simulate(SHOP);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).startsWith(result.summary()).contains(result.latencyHistogram());
    assertThat(run.err()).matches("(?s)[0-9 ]+ events in .*s\\R");
  }

  @Test
  void whatIsKeptIsSaidInALineAndIsDone() {
    CliRun run = CliRun.of(CliRun.shopPromising(1), "run", "shop.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).containsPattern("\nPASS p95 <= 1 s: was .* seed 1\\)\nheadroom: about ");
  }

  @Test
  void whatIsBreachedIsExplained() {
    CliRun run = CliRun.of(CliRun.shopPromising(0.010), "run", "shop.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(run.out())
        .contains("\nFAIL p95 <= 10 ms: was ", "where the slowest 5% spend their time: ");
  }

  @Test
  void whatCannotBeToldCountsAsBreached() {
    Scenario tooShort =
        CliRun.shopPromising(1)
            .withRuns(new RunPlan(Duration.ofSeconds(1), Duration.ZERO, 1, 1, 1));

    CliRun run = CliRun.of(tooShort, "run", "shop.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(run.out()).contains("\nINCONCLUSIVE p95 <= 1 s: cannot tell");
  }

  @Test
  void whatBecomesOfWhatCannotBeToldCanBeChosen() {
    Scenario tooShort =
        CliRun.shopPromising(1)
            .withRuns(new RunPlan(Duration.ofSeconds(1), Duration.ZERO, 1, 1, 1));

    assertThat(CliRun.of(tooShort, "run", "f.yml", "--inconclusive", "fail").exitCode())
        .isEqualTo(ExitCode.BREACHED);
    assertThat(CliRun.of(tooShort, "run", "f.yml", "--inconclusive", "abort").exitCode())
        .isEqualTo(ExitCode.UNDECIDED);
    assertThat(CliRun.of(tooShort, "run", "f.yml", "--inconclusive", "pass").exitCode())
        .isEqualTo(ExitCode.DONE);
    Scenario broken = CliRun.shopPromising(0.010);
    assertThat(CliRun.of(broken, "run", "f.yml", "--inconclusive", "pass").exitCode())
        .isEqualTo(ExitCode.BREACHED);
  }

  @Test
  void quietShowsNothingButWhatIsBroken() {
    CliRun kept = CliRun.of(CliRun.shopPromising(1), "run", "--quiet", "shop.yml");
    assertThat(kept.out()).isEmpty();
    assertThat(kept.err()).isEmpty();
    assertThat(kept.exitCode()).isEqualTo(ExitCode.DONE);

    CliRun broken = CliRun.of(CliRun.shopPromising(0.010), "run", "-q", "shop.yml");
    assertThat(broken.out()).startsWith("FAIL p95 <= 10 ms: was ");
    assertThat(broken.err()).isEmpty();
    assertThat(broken.exitCode()).isEqualTo(ExitCode.BREACHED);
  }

  @Test
  void warningsGoToStandardErrorEvenIfQuiet() {
    CliRun run =
        CliRun.of(
            file -> new LoadedScenario(SHOP, List.of(CliRun.WARNING), Dialect.ASYNCFLOW, Map.of()),
            "run",
            "-q",
            "shop.yml");

    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "warning: shop.yml:3:5: rqs_input.id: found a name nobody uses\n");
  }

  @Test
  void optionsReplaceTheRunsOfTheFile() {
    CliRun run =
        CliRun.of(
            SHOP, "run", "f.yml", "--seed=7", "--replications", "3", "--duration", "1 min 5 s");

    assertThat(run.out()).startsWith("shop: 3 runs of 65 s, the first 1 s not measured, seed 7\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void optionsOutOfRangeAreWrongInput() {
    assertInvalid(
        CliRun.of(SHOP, "run", "f.yml", "--duration", "0 s"),
        "fastsim: duration must be longer than 0 and at most 365 d, but is 0 ns");
    assertInvalid(
        CliRun.of(SHOP, "run", "f.yml", "--replications", "0"),
        "fastsim: replications must be at least 1, but is 0");
  }

  @Test
  void optionsThatCannotBeReadAreWrongInput() {
    assertInvalid(
        CliRun.of(SHOP, "run", "f.yml", "--duration", "soon"),
        "option '--duration': 'soon' is not a duration");
    assertInvalid(CliRun.of(SHOP, "run", "f.yml", "--seed", "x"), "'x' is not a long");
    assertInvalid(CliRun.of(SHOP, "run"), "Missing required parameter: 'FILE'");
    assertInvalid(CliRun.of(SHOP, "run", "f.yml", "--sed", "1"), "'fastsim run --help' shows");
  }

  @Test
  void whatIfsAreJudgedToo() {
    Scenario scenario = CliRun.shopPromising(0.1).withName("shop");
    Scenario withWhatIfs =
        new Scenario(
            scenario.name(),
            scenario.nodes(),
            scenario.links(),
            scenario.workload(),
            scenario.faults(),
            scenario.objectives(),
            scenario.runs(),
            List.of(
                new WhatIf("slow bank", List.of(Change.step("pay", 10))),
                new WhatIf("more traffic", List.of(Change.traffic(1.1)))));

    CliRun all = CliRun.of(withWhatIfs, "run", "shop.yml");
    assertThat(all.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(all.out())
        .contains("\nPASS p95 <= 100 ms: was ")
        .contains("\nwhat if slow bank: step pay x 10\n  p95 +")
        .contains("\nFAIL slow bank: p95 <= 100 ms: was 20")
        .contains("\nwhat if more traffic: traffic x 1.1\n")
        .contains("\nPASS more traffic: p95 <= 100 ms: was ");

    CliRun one = CliRun.of(withWhatIfs, "run", "shop.yml", "--what-if", "more traffic");
    assertThat(one.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(one.out()).startsWith("shop: more traffic: 2 runs of ").doesNotContain("slow bank");

    assertInvalid(
        CliRun.of(withWhatIfs, "run", "shop.yml", "--what-if", "slow bnak"),
        "option '--what-if': there is no what-if 'slow bnak'; there is only slow bank, more"
            + " traffic; did you mean 'slow bank'?");
  }

  @Test
  void valuesOfTheFileCanBeSet(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yml"), ScenarioText.of(SHOP));
    CliRun run =
        CliRun.of(
            ScenarioFile::load,
            "run",
            file.toString(),
            "--set",
            "workload.rate=50/s",
            "--set",
            "simulation.seed=5");
    assertThat(run.out()).contains("seed 5").containsPattern("throughput +(49|5\\d)");

    assertInvalid(
        CliRun.of(ScenarioFile::load, "run", file.toString(), "--set", "workload.rat=50/s"),
        "did you mean rate?");
    assertInvalid(
        CliRun.of(ScenarioFile::load, "run", file.toString(), "--set", "workload"),
        "option '--set': 'workload' is not a setting");
  }

  @Test
  void theReportIsOnePage(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("made/report.html");

    CliRun run =
        CliRun.of(CliRun.shopPromising(0.010), "run", "shop.yml", "--report", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(Files.readString(file))
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>shop</h1>", "The promise is broken");
  }

  @Test
  void aChartAndASummaryCanBeHadAlone(@TempDir Path folder) throws IOException {
    Path svg = folder.resolve("made/latency.svg");
    Path markdown = folder.resolve("summary.md");

    CliRun run =
        CliRun.of(
            CliRun.shopPromising(0.010),
            "run",
            "shop.yml",
            "--chart",
            "latency-histogram=" + svg,
            "--markdown",
            markdown.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(Files.readString(svg)).startsWith("<svg ").contains("p95 &lt;= 10 ms");
    assertThat(Files.readString(markdown)).startsWith("## ❌ shop\n**The promise is broken**");
  }

  @Test
  void aChartThatThereIsNotIsNamedWithThoseThereAre() {
    assertInvalidOption(
        CliRun.of(SHOP, "run", "shop.yml", "-q", "--chart", "latency=x.svg"),
        "option '--chart': there is no chart 'latency'; the report of shop has"
            + " [latency-histogram,");
  }

  private static void assertInvalidOption(CliRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains(message);
  }
}
