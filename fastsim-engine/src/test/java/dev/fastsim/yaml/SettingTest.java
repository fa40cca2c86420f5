package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values set from outside take the places of the file's. */
class SettingTest {

  private static final String SHOP =
      """
      fastsim: 1
      name: shop
      workload: {rate: 100/s}
      services:
        shop:
          endpoints:
            GET /v1.0/item:
              steps:
                - cpu: {name: parse, time: 1 ms}
                - cpu: {name: render, time: 2 ms}
      slas:
        - latency: {p95: 50 ms}
      """;

  @TempDir Path folder;

  private Scenario load(String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yml"), SHOP);
    return ScenarioFile.load(file, List.of(settings)).scenario();
  }

  private void assertSame(String from, String to, String... settings) throws IOException {
    assertThat(SHOP).contains(from);
    assertThat(load(settings))
        .isEqualTo(Samples.load("shop.yml", SHOP.replace(from, to)).scenario());
  }

  @Test
  void valuesAreReplaced() throws IOException {
    assertSame("100/s", "250/s", "workload.rate=250/s");
    assertSame(
        "2 ms",
        "exponential(3 ms)",
        "services.shop.endpoints.\"GET /v1.0/item\".steps[1].cpu.time=exponential(3 ms)");
    assertSame("50 ms", "80 ms", "slas[0].latency.p95=80 ms");
    assertSame("100/s", "7/s", "workload.rate=5/s", "workload.rate=7/s");
  }

  @Test
  void keysThatAreNotThereAreAdded() throws IOException {
    assertSame("    endpoints:", "    cores: 4\n    endpoints:", "services.shop.cores=4");
    assertSame("slas:", "simulation: {seed: 7}\nslas:", "simulation={seed: 7}");
  }

  @Test
  void aPathThatLeadsNowhereIsAMistakeOfTheFile() {
    assertThatThrownBy(() -> load("services.shpo.cores=4"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("shop.yml:5:3: services.shpo: ")
        .hasMessageContaining("did you mean shop?");
    assertThatThrownBy(() -> load("slas[1].latency.p95=4 ms"))
        .hasMessageContaining("slas: found 1 items, expected an item [1]");
    assertThatThrownBy(() -> load("name.first=Joe"))
        .hasMessageContaining("name: found \"shop\", expected a mapping with first");
  }

  @Test
  void aKeyThatIsUnknownIsRefusedByItsReader() {
    assertThatThrownBy(() -> load("services.shop.coers=4"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("services.shop.coers: found an unknown key")
        .hasMessageContaining("did you mean cores?");
    assertThatThrownBy(() -> load("workload.rate=fast"))
        .hasMessageContaining("workload.rate: found \"fast\"");
  }

  @Test
  void whatIsNoSettingIsRefused() {
    assertThatThrownBy(() -> load("cores"))
        .isInstanceOf(SettingFormatException.class)
        .hasMessageStartingWith("'cores' is not a setting: expected a path, = and a value");
    assertThatThrownBy(() -> load("a..b=1")).isInstanceOf(SettingFormatException.class);
    assertThatThrownBy(() -> load("=1")).isInstanceOf(SettingFormatException.class);
  }
}
