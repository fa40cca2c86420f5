package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.yaml.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as the command line reads them. */
class ScenarioFilesTest {

  private static final Path TYPICAL = Path.of("src/launcher/typical.yml");

  @TempDir private Path directory;

  private static CliRun execute(String command, Path file, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = command;
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CliRun.of(ScenarioFile::load, arguments);
  }

  @Test
  void whatTheLauncherLearnsFromIsValidAndWithoutWarnings() {
    CliRun run = execute("validate", TYPICAL);

    assertThat(run.out()).isEqualToNormalizingNewlines(TYPICAL + ": valid\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aFileIsSimulated() {
    CliRun run = execute("run", TYPICAL, "--replications=2");

    assertThat(run.out()).startsWith("typical: 2 runs of 60 s, seed 1\n").contains("server shop: ");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void allMistakesOfAFileAreShownAtOnce() throws IOException {
    Path file = directory.resolve("broken.yml");
    Files.writeString(
        file,
        Files.readString(TYPICAL)
            .replace("cpu_cores: 1", "cpu_cores: none")
            .replace("target: shop", "target: shoe"));

    for (String command : new String[] {"run", "validate"}) {
      CliRun run = execute(command, file);
      assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains("broken.yml:13:40:", "cpu_cores", "broken.yml:25:45:", "shoe")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aMissingFileIsNamed() {
    CliRun run = execute("run", directory.resolve("gone.yml"));

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("gone.yml: found no such file");
  }
}
