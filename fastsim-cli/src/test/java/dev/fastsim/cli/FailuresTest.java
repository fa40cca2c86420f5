package dev.fastsim.cli;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.ProgramException;
import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static CliRun failing(RuntimeException failure, String... arguments) {
    return CliRun.of(
        file -> {
          throw failure;
        },
        arguments);
  }

  private static void assertInvalid(CliRun run, String message) {
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).isEqualToNormalizingNewlines("fastsim: " + message + "\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFaultOfFastSimShowsWhatToReport() {
    CliRun run = failing(new IllegalStateException("heads and tails"), "run", "f.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULT);
    assertThat(run.err())
        .startsWith("fastsim: this is a fault of FastSim and not of your input.")
        .contains("Please report it", ", Java ", "IllegalStateException: heads and tails", "\tat ");
  }

  @Test
  void errorsOfTheJvmAreFaultsToo() {
    CliRun run =
        CliRun.of(
            file -> {
              throw new StackOverflowError();
            },
            "run",
            "f.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAULT);
    assertThat(run.err()).contains("StackOverflowError");
  }

  @Test
  void aScenarioThatDoesNotFitTogetherIsWrongInput() {
    CliRun run =
        CliRun.of(
            file -> {
              Scenario.builder("empty").endpoint("GET /", cpu("a", "1 ms")).build();
              throw new AssertionError("it has no workload");
            },
            "run",
            "f.yml");

    assertInvalid(run, "scenario 'empty' has 1 mistake:\n  - there is no workload");
  }

  @Test
  void anOverloadedServiceIsWrongInput() {
    Scenario overload =
        Scenario.builder("overload")
            .poissonArrivals(1e6)
            .endpoint("GET /", cpu("a", "1 min"))
            .build();

    CliRun run = CliRun.of(overload, "run", "f.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).startsWith("fastsim: ").doesNotContain("\tat ");
  }

  @Test
  void aBodyThatFailsIsWrongInput() {
    assertInvalid(
        failing(new ProgramException("a step too many"), "run", "f.yml"), "a step too many");
  }

  @Test
  void filesThatCannotBeReadOrWrittenAreNamed() {
    assertInvalid(
        io(new NoSuchFileException("a.yml")), "a.yml: there is no such file or directory");
    assertInvalid(io(new AccessDeniedException("a.yml")), "a.yml: permission denied");
    assertInvalid(io(new IOException("disk full")), "disk full");
  }

  private static CliRun io(IOException failure) {
    return failing(new UncheckedIOException(failure), "run", "f.yml");
  }

  @Test
  void debugShowsTheTraceOfWrongInput() {
    CliRun run = failing(new ProgramException("a step too many"), "--debug", "run", "f.yml");
    assertThat(run.err()).contains("a step too many", "\tat ");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);

    assertThat(failing(new ProgramException("x"), "run", "--debug", "f.yml").err())
        .contains("\tat ");
  }

  @Test
  void anUnknownCommandIsWrongInput() {
    CliRun run = CliRun.of(CliRun.shop().build(), "rum", "f.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("rum", "'fastsim --help' shows what there is.");
  }

  @Test
  void noCommandIsWrongInput() {
    assertThat(CliRun.of(CliRun.shop().build()).exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
  }

  @Test
  void versionAndHelpAreDone() {
    assertThat(CliRun.of(CliRun.shop().build(), "--version"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.DONE))
        .satisfies(run -> assertThat(run.out()).startsWith("fastsim "));
    assertThat(CliRun.of(CliRun.shop().build(), "--help"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.DONE))
        .satisfies(run -> assertThat(run.out()).contains("run", "validate", "Exit codes:"));
    assertThat(CliRun.of(CliRun.shop().build(), "run", "--help").out())
        .contains("--seed", "--replications", "--duration", "--json", "--hlog", "--csv", "--quiet");
  }
}
