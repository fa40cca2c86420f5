package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

  @AfterEach
  void leaveTheTerminal() {
    System.clearProperty(Terminal.PROPERTY);
  }

  @Test
  void showsReplicationsAndClearsItsLine() {
    StringWriter terminal = new StringWriter();
    try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(terminal))) {
      display.replicationDone(3, 8);
    }
    assertThat(terminal.toString()).contains("simulating", "3/8").endsWith(" \r");
  }

  @Test
  void isAbsentWithoutATerminal() {
    CliRun run = CliRun.of(CliRun.shop().build(), "run", "f.yml");
    assertThat(run.err()).doesNotContain("simulating", "\r ");
  }

  @Test
  void isShownOnATerminalUnlessQuiet() {
    System.setProperty(Terminal.PROPERTY, "true");
    assertThat(CliRun.of(CliRun.shop().build(), "run", "f.yml").err()).contains("2/2");
    assertThat(CliRun.of(CliRun.shop().build(), "run", "f.yml", "--quiet").err()).isEmpty();
  }
}
