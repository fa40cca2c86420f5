package dev.fastsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fastsim.scenario.Scenario;
import dev.fastsim.yaml.InvalidFileException;
import dev.fastsim.yaml.ScenarioFile;
import dev.fastsim.yaml.ScenarioText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastSimLoadTest {

  @TempDir Path folder;

  @Test
  void scenarioIsReadFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("starter.yml"), ScenarioText.starter());
    Scenario scenario = FastSim.load(file);
    assertThat(scenario.name()).isEqualTo("my-service");
    assertThat(ScenarioFile.load(file).warnings()).isEmpty();
  }

  @Test
  void mistakesNameTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yml"), "fastsim: 1\n");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> FastSim.load(file))
        .withMessageContaining("bad.yml:1:1: workload: found nothing");
  }

  @Test
  void warningsAreLogged() throws URISyntaxException {
    Path file =
        Path.of(
            Objects.requireNonNull(
                    FastSimLoadTest.class.getClassLoader().getResource("asyncflow/chain.yml"))
                .toURI());
    List<String> expected =
        ScenarioFile.load(file).warnings().stream().map(each -> each.message()).toList();
    assertThat(expected).isNotEmpty();
    Heard heard = new Heard();
    Logger logger = Logger.getLogger(FastSim.class.getName());
    logger.setUseParentHandlers(false);
    logger.addHandler(heard);
    try {
      FastSim.load(file);
    } finally {
      logger.removeHandler(heard);
      logger.setUseParentHandlers(true);
    }
    assertThat(heard.messages).isEqualTo(expected);
  }

  /** Keeps what is logged. */
  private static final class Heard extends Handler {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      messages.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
