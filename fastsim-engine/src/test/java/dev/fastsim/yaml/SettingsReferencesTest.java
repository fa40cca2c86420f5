package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario files that take values from the settings of the service. */
class SettingsReferencesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by Jupiter
  Path folder;

  @BeforeEach
  void writeSettings() throws IOException {
    Files.writeString(
        folder.resolve("application.yml"),
        """
        spring.datasource.hikari:
          maximum-pool-size: 20
          connection-timeout: 2000
        ---
        spring.config.activate.on-profile: prod
        spring.datasource.hikari.maximum-pool-size: ${DB_POOL:40}
        """);
  }

  @Test
  void aPoolTakesItsValuesFromSettingsBesideTheFile() throws IOException {
    Scenario scenario = load("{file: application.yml}", "{from: spring.datasource.hikari}");
    assertThat(scenario.service("shop").pools())
        .containsExactly(new ConnectionPool("db", 20, Duration.ofSeconds(2)));
    assertThat(scenario.notes())
        .containsExactly(
            "pool db of shop: 20 connections from application.yml:2,"
                + " acquire timeout 2 s from application.yml:3");
  }

  @Test
  void profilesCount() throws IOException {
    Scenario scenario =
        load("{file: application.yml, profiles: [prod]}", "{from: spring.datasource.hikari}");
    assertThat(scenario.service("shop").pools().get(0).size()).isEqualTo(40);
  }

  @Test
  void whatIsSaidBesideFromIsKept() throws IOException {
    Scenario scenario =
        load("{file: application.yml}", "{from: spring.datasource.hikari, size: 7}");
    assertThat(scenario.service("shop").pools().get(0))
        .isEqualTo(new ConnectionPool("db", 7, Duration.ofSeconds(2)));
    assertThat(scenario.notes())
        .containsExactly("pool db of shop: acquire timeout 2 s from application.yml:3");
  }

  @Test
  void rateLimitersOfServiceAndEndpointTakeTheirValues() throws IOException {
    Files.writeString(
        folder.resolve("limits.yml"),
        "resilience4j.ratelimiter.instances: {all: {limit-for-period: 9, limit-refresh-period: 1s},"
            + " one: {timeout-duration: 0}}");
    Path file = folder.resolve("shop.yml");
    Files.writeString(
        file,
        text("{size: 1}")
            .replace("SETTINGS", "{file: limits.yml}")
            .replace(
                "    endpoints:",
                "    rateLimiter: {from: resilience4j.ratelimiter.instances.all}\n    endpoints:")
            .replace(
                "GET /:",
                "GET /:\n        rateLimiter: {from: resilience4j.ratelimiter.instances.one}"));
    Scenario scenario = ScenarioFile.load(file).scenario();
    assertThat(scenario.service("shop").limiter())
        .contains(new FixedWindow(9, Duration.ofSeconds(1), Duration.ofSeconds(5)));
    assertThat(scenario.endpoints().get(0).limiter())
        .contains(new FixedWindow(50, Duration.ofNanos(500), Duration.ZERO));
    assertThat(scenario.notes()).hasSize(2);
  }

  @Test
  void theScenarioWrittenAgainHasTheValuesAndTheNotes() throws IOException {
    Scenario scenario = load("{file: application.yml}", "{from: spring.datasource.hikari}");
    Path again = Files.writeString(folder.resolve("again.yml"), ScenarioText.of(scenario));
    assertThat(ScenarioFile.load(again).scenario()).isEqualTo(scenario);
  }

  @Test
  void mistakesInSettingsAndInTheFileAreReportedTogether() throws IOException {
    Files.writeString(
        folder.resolve("bad.yml"), "spring.datasource.hikari: {maximumPoolSize: 0, maxLife: 1}");
    assertThat(mistakes("{file: bad.yml}", "{from: spring.datasource.hikari, sice: 3}"))
        .hasSize(3)
        .anyMatch(
            message ->
                message.startsWith(
                        folder.resolve("shop.yml") + ":6:24: services.shop.pools.db.from")
                    && message.contains("bad.yml:1:45: spring.datasource.hikari.maximumPoolSize"))
        .anyMatch(message -> message.contains("maxLife: found an unknown key"))
        .anyMatch(message -> message.contains("sice: found an unknown key"));
  }

  @Test
  void settingsThatAreNotThereAreAMistake() throws IOException {
    assertThat(mistakes("{file: nowhere.yml}", "{size: 3}"))
        .singleElement()
        .asString()
        .contains("services.shop.settings.file: found \"nowhere.yml\"", "no such file");
  }

  @Test
  void fromWithoutSettingsIsAMistake() throws IOException {
    Path file = folder.resolve("shop.yml");
    Files.writeString(file, text("{from: a}").replaceFirst("    settings: .*\n", ""));
    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> ScenarioFile.load(file));
    assertThat(invalid)
        .hasMessageContaining(
            "from needs settings; give the service its settings: {file: application.yml}");
  }

  private Scenario load(String settings, String pool) throws IOException {
    Path file = folder.resolve("shop.yml");
    Files.writeString(file, text(pool).replace("SETTINGS", settings));
    return ScenarioFile.load(file).scenario();
  }

  private List<String> mistakes(String settings, String pool) throws IOException {
    Path file = folder.resolve("shop.yml");
    Files.writeString(file, text(pool).replace("SETTINGS", settings));
    InvalidFileException invalid =
        catchThrowableOfType(InvalidFileException.class, () -> ScenarioFile.load(file));
    return invalid.mistakes().stream().map(YamlMistake::message).toList();
  }

  private static String text(String pool) {
    return """
        fastsim: 1
        name: shop
        services:
          shop:
            settings: SETTINGS
            pools: {db: %s}
            endpoints:
              GET /:
                steps: [{io: {name: load, time: 5 ms, pool: db}}]
        workload: {rate: 100/s}
        """
        .formatted(pool);
  }
}
