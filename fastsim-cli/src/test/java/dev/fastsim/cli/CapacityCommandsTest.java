package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.Dialect;
import dev.fastsim.yaml.LoadedScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headroom}, {@code size} and {@code sweep}. */
class CapacityCommandsTest {

  /** Its cpu is 10% busy, its pool 13%; its p95 about 23 ms. */
  private static final Scenario SHOP = CliRun.shopPromising(0.05);

  private static void assertInvalid(CliRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void headroomSaysHowMuchTrafficThereIsRoomFor() {
    CliRun run = CliRun.of(SHOP, "headroom", "shop.yml");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .containsPattern("^headroom: \\d+(\\.\\d+)?x of this traffic; at .* p95 is ")
        .contains("\n  1x kept\n")
        .containsPattern("\n  \\d+x not kept\n");

    assertThat(CliRun.of(SHOP, "headroom", "shop.yml", "--min", "50").exitCode())
        .isEqualTo(ExitCode.BREACHED);
    assertInvalid(
        CliRun.of(CliRun.shop().build(), "headroom", "shop.yml"), "shop.yml has no SLA to keep");
  }

  /** A file's own promise of room is what {@code --min} replaces. */
  @Test
  void headroomThatAFilePromisesIsAskedFor() {
    assertThat(CliRun.of(promising(50), "headroom", "shop.yml").exitCode())
        .isEqualTo(ExitCode.BREACHED);
    assertThat(CliRun.of(promising(50), "headroom", "shop.yml", "--min=1").exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void runJudgesTheHeadroomThatAFilePromises() {
    CliRun kept = CliRun.of(promising(1.5), "run", "shop.yml");
    assertThat(kept.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(kept.out())
        .containsPattern("\nPASS headroom >= 1\\.5x: was \\d+(\\.\\d+)?x of this traffic; at ");
    CliRun broken = CliRun.of(promising(50), "run", "shop.yml", "--quiet");
    assertThat(broken.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(broken.out())
        .startsWith("FAIL headroom >= 50x: was ")
        .contains("\n  at 50x: p95 <= 50 ms: was ");
  }

  @Test
  void runTellsAboutHowMuchRoomThereIs() {
    CliRun kept = CliRun.of(SHOP, "run", "shop.yml");
    assertThat(kept.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(kept.out())
        .containsPattern("\nheadroom: about \\d+(\\.\\d+)?x of this traffic; at .* p95 is ");
    assertThat(CliRun.of(SHOP, "run", "shop.yml", "--quiet").out()).isEmpty();
    assertThat(CliRun.of(CliRun.shopPromising(0.01), "run", "shop.yml").out())
        .doesNotContain("headroom");
    assertThat(CliRun.of(CliRun.shop().build(), "run", "shop.yml").out())
        .doesNotContain("headroom");
  }

  private static ScenarioLoader promising(double headroom) {
    return file ->
        new LoadedScenario(SHOP, List.of(), Dialect.FASTSIM, Map.of(), OptionalDouble.of(headroom));
  }

  @Test
  void sizeShowsTheFrontierByCost() {
    CliRun run =
        CliRun.of(
            SHOP,
            "size",
            "shop.yml",
            "--replicas",
            "1..3",
            "--cores",
            "1,2",
            "--pool",
            "db=1..4",
            "--price-connection",
            "0.1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .containsPattern("^\\d+ of 24 combinations simulated\n")
        .containsPattern(
            "\n  cost 1\\.\\d: replicas 1, cores 1, pool db \\d \\(p95 \\d+(\\.\\d+)? ms\\)\n");

    CliRun impossible =
        CliRun.of(CliRun.shopPromising(0.010), "size", "shop.yml", "--cores", "1..4");
    assertThat(impossible.exitCode()).isEqualTo(ExitCode.BREACHED);
    assertThat(impossible.out()).contains("no configuration keeps every SLA");
  }

  @Test
  void whatCannotBeChosenIsWrongInput() {
    assertInvalid(CliRun.of(SHOP, "size", "shop.yml"), "there is nothing to choose");
    assertInvalid(
        CliRun.of(SHOP, "size", "shop.yml", "--cores", "one"),
        "'one' is not a number; values are written 1,2,4 or 1..10 or 0.5..2/0.25");
    assertInvalid(CliRun.of(SHOP, "size", "shop.yml", "--cores", "5..1"), "a range goes up");
    assertInvalid(CliRun.of(SHOP, "size", "shop.yml", "--pool", "bd=1,2"), "there is no pool 'bd'");
    assertInvalid(
        CliRun.of(SHOP, "size", "shop.yml", "--pool", "5"), "'5' is not a pool and its sizes");
    assertInvalid(CliRun.of(SHOP, "size", "shop.yml", "--cores", "shpo=1"), "did you mean 'shop'?");
  }

  @Test
  void sweepShowsEveryPointAndTheKnee(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("sweep.csv");
    Path json = folder.resolve("sweep.json");
    CliRun run =
        CliRun.of(
            SHOP,
            "sweep",
            "shop.yml",
            "--traffic",
            "1..12/1",
            "--csv",
            csv.toString(),
            "--json",
            json.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("traffic x 1: p50 ", "\ntraffic x 12: p50 ")
        .containsPattern("\nthe p99 takes off after traffic x \\d+\n");
    assertThat(Files.readString(csv))
        .startsWith("traffic,mean,mean low,mean high,p50,")
        .hasLineCount(13);
    assertThat(Files.readString(json)).contains("fastsim-sweep/1");

    CliRun two = CliRun.of(SHOP, "sweep", "shop.yml", "--cores", "1,2", "--step", "pay=0.5,1");
    assertThat(two.out().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("cores 1, step pay x 0.5: p50 ");
    assertInvalid(CliRun.of(SHOP, "sweep", "shop.yml"), "but there are 0");
  }
}
