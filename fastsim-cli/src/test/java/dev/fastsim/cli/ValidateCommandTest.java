package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.scenario.ProgramException;
import dev.fastsim.yaml.Dialect;
import dev.fastsim.yaml.LoadedScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidateCommandTest {

  private static CliRun validate(String... files) {
    String[] arguments = new String[files.length + 1];
    arguments[0] = "validate";
    System.arraycopy(files, 0, arguments, 1, files.length);
    return CliRun.of(
        file -> {
          if (file.toString().startsWith("wrong")) {
            throw new ProgramException(file + " is wrong");
          } else if (file.toString().startsWith("fault")) {
            throw new IllegalStateException();
          }
          return new LoadedScenario(
              CliRun.shop().build(), List.of(CliRun.WARNING), Dialect.ASYNCFLOW, Map.of());
        },
        arguments);
  }

  @Test
  void aValidFileIsSaidToBeValidWithItsWarnings() {
    CliRun run = validate("shop.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualToNormalizingNewlines("shop.yml: valid\n");
    assertThat(run.err()).startsWith("warning: shop.yml:3:5: ");
  }

  @Test
  void allFilesAreLookedAt() {
    CliRun run = validate("wrong1.yml", "shop.yml", "wrong2.yml");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.out()).isEqualToNormalizingNewlines("shop.yml: valid\n");
    assertThat(run.err()).contains("wrong1.yml is wrong", "wrong2.yml is wrong");
  }

  @Test
  void aFaultIsNotBlamedOnTheFile() {
    assertThat(validate("fault.yml").exitCode()).isEqualTo(ExitCode.FAULT);
  }

  @Test
  void atLeastOneFileIsNeeded() {
    assertThat(validate().exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
  }
}
