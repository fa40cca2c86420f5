package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.ScenarioSchema;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code convert}, {@code schema} and {@code init}. */
class WritingCommandsTest {

  private static final String TYPICAL = "src/launcher/typical.yml";

  @TempDir private Path directory;

  private static CliRun execute(String... arguments) {
    return CliRun.of(ScenarioFile::load, arguments);
  }

  @Test
  void convertPrintsTheSameScenario() {
    CliRun run = execute("convert", TYPICAL);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .isEqualTo(ScenarioText.of(ScenarioFile.load(Path.of(TYPICAL)).scenario()));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void convertWritesAFile() {
    Path file = directory.resolve("typical.yml");

    CliRun run = execute("convert", TYPICAL, "-o", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEmpty();
    assertThat(ScenarioFile.load(file).scenario())
        .isEqualTo(ScenarioFile.load(Path.of(TYPICAL)).scenario());
  }

  @Test
  void schemaIsPrinted() {
    CliRun run = execute("schema");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo(ScenarioSchema.json());
  }

  @Test
  void initWritesAFileToBeginWith() {
    Path file = directory.resolve("shop.yml");

    CliRun run = execute("init", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("fastsim run " + file);
    assertThat(file).hasContent(ScenarioText.starter());
    assertThat(execute("validate", file.toString()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void initOverwritesOnlyByForce() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.yml"), "mine");

    CliRun refused = execute("init", file.toString());
    assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(refused.err())
        .isEqualToNormalizingNewlines(
            "fastsim: " + file + " is there already; --force overwrites it\n");
    assertThat(file).hasContent("mine");

    assertThat(execute("init", "--force", file.toString()).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(file).hasContent(ScenarioText.starter());
  }
}
