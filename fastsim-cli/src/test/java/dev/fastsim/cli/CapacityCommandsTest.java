package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** {@code headroom}. */
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
}
