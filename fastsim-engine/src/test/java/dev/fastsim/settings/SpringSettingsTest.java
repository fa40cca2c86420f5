package dev.fastsim.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.FixedWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Spring Boot, read as Spring Boot reads them. */
class SpringSettingsTest {

  private static final String HIKARI = "spring.datasource.hikari";

  @Test
  void aPoolTakesHikarisSizeAndTimeoutAndSaysFromWhichLines() {
    SpringSettings settings =
        yaml(
            """
            spring:
              datasource:
                url: jdbc:postgresql://db/shop
                hikari:
                  maximum-pool-size: 20
                  connection-timeout: 5000
            """);
    assertThat(settings.connectionPool("db", HIKARI))
        .isEqualTo(new ConnectionPool("db", 20, Duration.ofSeconds(5)));
    assertThat(settings.notes())
        .containsExactly(
            "pool db: 20 connections from application.yml:5, acquire timeout 5 s from application.yml:6");
  }

  @Test
  void whatIsNotSaidIsHikarisDefault() {
    SpringSettings settings = yaml("spring.datasource.hikari.minimum-idle: 5");
    assertThat(settings.connectionPool("db", HIKARI))
        .isEqualTo(new ConnectionPool("db", 10, Duration.ofSeconds(30)));
    assertThat(settings.notes())
        .containsExactly(
            "pool db: 10 connections (HikariCP's default), acquire timeout 30 s (HikariCP's default)");
  }

  @Test
  void eachOfSeveralDataSourcesHasAPrefixOfItsOwn() {
    SpringSettings settings =
        yaml(
            """
            app.datasource:
              orders: {url: a, hikari: {maximumPoolSize: 7}}
              stock: {jdbc-url: b, maximumPoolSize: 8}
            """);
    assertThat(settings.pool("app.datasource.orders.hikari").size().value()).isEqualTo(7);
    assertThat(settings.pool("app.datasource.stock").size().value()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.datasource.hikari.maximum-pool-size: 17",
        "spring.datasource.hikari.maximumPoolSize: 17",
        "spring.datasource.hikari.maximum_pool_size: 17",
        "SPRING.DATASOURCE: {HIKARI: {MAXIMUM_POOL_SIZE: 17}}",
        "spring: {data-source: {hikari: {maximumpoolsize: '17'}}}",
        "base: &base {maximum-pool-size: 17}\nspring.datasource.hikari: {<<: *base}",
        "base: &base {maximum-pool-size: 1}\n"
            + "spring.datasource.hikari: {<<: *base, maximumPoolSize: 17}",
      })
  void everySpellingOfANameIsTheSameName(String text) {
    assertThat(yaml(text).pool(HIKARI).size().value()).isEqualTo(17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${DB_POOL:12}|12",
        "${db.pool}|9",
        "${db.pool:12}|9",
        "${DB_POOL:${OTHER:13}}|13",
        "${DB_POOL:${db.pool}}|9",
        "1${X:5}|15",
      })
  void placeholdersStandForWhatTheFileSaysElseForTheirDefault(String text, int size) {
    SpringSettings settings =
        yaml("db.pool: 9\nspring.datasource.hikari.maximum-pool-size: \"%s\"".formatted(text));
    assertThat(settings.pool(HIKARI).size().value()).isEqualTo(size);
  }

  @Test
  void laterDocumentsAndThoseOfActiveProfilesGoFirst() {
    String text =
        """
        spring.datasource.hikari: {maximum-pool-size: 1, connection-timeout: 1000}
        ---
        spring:
          config.activate.on-profile: prod
          datasource.hikari.maximum-pool-size: 2
        ---
        spring:
          config.activate.on-profile: "!prod & (eu | us)"
          datasource.hikari.maximum-pool-size: 3
        ---
        spring:
          config.activate.on-profile: [test, default]
          datasource.hikari.maximum-pool-size: 4
        ---
        spring:
          config.activate.on-cloud-platform: kubernetes
          datasource.hikari.maximum-pool-size: 5
        """;
    assertThat(yaml(text, "prod").pool(HIKARI).size().value()).isEqualTo(2);
    assertThat(yaml(text, "eu").pool(HIKARI).size().value()).isEqualTo(3);
    assertThat(yaml(text, "prod", "us").pool(HIKARI).size().value()).isEqualTo(2);
    assertThat(yaml(text).pool(HIKARI).size().value()).isEqualTo(4);
    assertThat(yaml("spring.profiles.active: ${P:us}\n---\n" + text).pool(HIKARI).size().value())
        .isEqualTo(3);
    assertThat(yaml(text, "prod").pool(HIKARI).acquireTimeout().value())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void filesOfProfilesGoFirst() {
    Map<String, String> files =
        Map.of(
            "application.yml", "spring.datasource.hikari.maximum-pool-size: 1",
            "application-prod.yml", "spring.datasource.hikari.maximum-pool-size: 2");
    PoolSettings pool =
        SpringSettings.load(in(files), "application.yml", List.of("prod")).pool(HIKARI);
    assertThat(pool.sizeText()).isEqualTo("2 connections from application-prod.yml:1");
  }

  @Test
  void propertiesAreReadWithTheirPlaces() {
    String text =
        """
        # the pool
        spring.datasource.hikari.maximumPoolSize = 2\\
            0
        spring.datasource.hikari.connection\\u002dtimeout:5000
        #---
        spring.config.activate.on-profile=prod
        spring.datasource.hikari.maximum-pool-size 30
        """;
    Map<String, String> files = Map.of("application.properties", text);
    PoolSettings plain =
        SpringSettings.load(in(files), "application.properties", List.of()).pool(HIKARI);
    assertThat(plain.note("db"))
        .isEqualTo(
            "pool db: 20 connections from application.properties:2,"
                + " acquire timeout 5 s from application.properties:4");
    PoolSettings prod =
        SpringSettings.load(in(files), "application.properties", List.of("prod")).pool(HIKARI);
    assertThat(prod.sizeText()).isEqualTo("30 connections from application.properties:7");
  }

  @Test
  void allMistakesAreReportedAtOnceWithTheirPlaces() {
    SpringSettings settings =
        yaml(
            """
            spring:
              datasource:
                hikari:
                  maximum-pool-size: many
                  maximumPoolSize: 5
                  connection-timeout: 30s
                  maxPoolSize: 12
            """);
    InvalidSettingsException invalid =
        catchThrowableOfType(InvalidSettingsException.class, () -> settings.pool(HIKARI));
    assertThat(invalid.mistakes())
        .extracting(SettingsMistake::message)
        .containsExactly(
            "application.yml:7:20: spring.datasource.hikari.maxPoolSize: found an unknown key;"
                + " did you mean maximum-pool-size?",
            "application.yml:5:24: spring.datasource.hikari.maximumPoolSize: found a second value,"
                + " expected one; the first is in line 4",
            "application.yml:4:26: spring.datasource.hikari.maximum-pool-size: found \"many\","
                + " expected a whole number of at least 1",
            "application.yml:6:27: spring.datasource.hikari.connection-timeout: found \"30s\","
                + " expected milliseconds as a whole number, 0 or from 250; write 30000");
  }

  @Test
  void aPlaceholderWithoutDefaultIsAMistakeForTheEnvironmentIsNotRead() {
    SpringSettings settings = yaml("spring.datasource.hikari.maximum-pool-size: ${PATH}");
    assertThatThrownBy(() -> settings.pool(HIKARI))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(
            "application.yml:1:45: spring.datasource.hikari.maximum-pool-size: found the"
                + " placeholder ${PATH} without default, expected a whole number of at least 1;"
                + " the environment is not read; give it a default: ${NAME:value}");
  }

  @Test
  void placeholdersInACircleAreAMistake() {
    SpringSettings settings =
        yaml("a: ${b}\nb: ${a}\nspring.datasource.hikari.maximum-pool-size: ${a}");
    assertThatThrownBy(() -> settings.pool(HIKARI))
        .hasMessageContaining("found placeholders in a circle through ${a}");
  }

  @Test
  void aPrefixWithoutKeysIsAMistake() {
    assertThatThrownBy(
            () ->
                yaml("spring.datasource.hikari.maximum-pool-size: 5")
                    .pool("spring.datasources.hikari"))
        .hasMessageContaining(
            "application.yml: spring.datasources.hikari: found nothing, expected keys below it;"
                + " did you mean spring.datasource.hikari?");
  }

  @Test
  void aProfileThatNothingNamesIsAMistake() {
    assertThatThrownBy(() -> yaml("a: 1\n---\nspring.config.activate.on-profile: prod", "prd"))
        .hasMessageContaining(
            "application.yml: found nothing for the profile prd, expected a document for it, or a"
                + " file application-prd.yml");
  }

  @ParameterizedTest
  @CsvSource({
    "prod &, no profile at its end",
    "a & b | c, & and | mixed without parentheses",
    "(a, no closing parenthesis",
  })
  void aWrongProfileExpressionIsAMistake(String expression, String problem) {
    assertThatThrownBy(
            () -> yaml("spring.config.activate.on-profile: \"%s\"".formatted(expression), "a"))
        .hasMessageContaining(problem);
  }

  @Test
  void textThatIsNoYamlIsAMistakeAtItsPlace() {
    assertThatThrownBy(() -> yaml("a: [1\nb: 2"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("application.yml:2:");
  }

  @Test
  void aDocumentThatAliasesBlowUpIsRefused() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 6; i++) {
      String last = "*a" + (i - 1);
      text.append("a%d: &a%d [%s]\n".formatted(i, i, (last + " , ").repeat(9) + last));
    }
    assertThatThrownBy(() -> yaml(text.toString())).hasMessageContaining("more than 100000 values");
  }

  @Test
  void aFileThatIsNotThereIsAMistake() {
    assertThatThrownBy(() -> SpringSettings.load(Path.of("nowhere", "application.yml")))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("found no such file");
  }

  @Test
  void importsThatAreNotReadAreNoted() {
    assertThat(yaml("spring.config.import: [a.yml, \"optional:b.yml\"]").notes())
        .containsExactly(
            "settings that application.yml:1 imports are not read: a.yml",
            "settings that application.yml:1 imports are not read: optional:b.yml");
  }

  @Test
  void aRateLimiterTakesWhatItDoesNotSayFromItsBaseAndThatFromResilience4j() {
    SpringSettings settings =
        yaml(
            """
            resilience4j.ratelimiter:
              configs:
                default: {limitForPeriod: 1, timeout-duration: 0}
                shared: {limit-refresh-period: 1s, base-config: wide}
                wide: {limit-for-period: 200}
              instances:
                checkout: {base-config: shared, timeout-duration: PT0.5S}
                search: {limit-refresh-period: 10}
            """);
    assertThat(settings.rateLimiter("resilience4j.ratelimiter.instances.checkout"))
        .isEqualTo(new FixedWindow(200, Duration.ofSeconds(1), Duration.ofMillis(500)));
    assertThat(settings.rateLimiter("resilience4j.ratelimiter.instances.search"))
        .isEqualTo(new FixedWindow(1, Duration.ofMillis(10), Duration.ZERO));
    assertThat(settings.notes().get(0))
        .isEqualTo(
            "rate limiter: 200 permits from application.yml:5, each 1 s from application.yml:4,"
                + " timeout 500 ms from application.yml:7");
  }

  @Test
  void mistakesOfARateLimiterAreReportedAtOnce() {
    SpringSettings settings =
        yaml(
            """
            resilience4j.ratelimiter.instances.a:
              limitForPeriod: 0
              limit-refresh-period: 1 second
              timeout-duration: -1s
              limit: 5
            """);
    assertThatThrownBy(() -> settings.limiter("resilience4j.ratelimiter.instances.a"))
        .hasMessageContaining("application.yml has 4 mistakes")
        .hasMessageContaining(
            "application.yml:2:19: resilience4j.ratelimiter.instances.a.limitForP")
        .hasMessageContaining("found \"1 second\", expected a duration such as 500ms, 2s or PT2S")
        .hasMessageContaining("found \"-1s\"")
        .hasMessageContaining("application.yml:5:10: resilience4j.ratelimiter.instances.a.limit:");
  }

  static SpringSettings yaml(String text, String... profiles) {
    return SpringSettings.load(
        in(Map.of("application.yml", text)), "application.yml", List.of(profiles));
  }

  private static SettingsFiles in(Map<String, String> files) {
    return name -> Optional.ofNullable(files.get(name)).map(text -> text.getBytes(UTF_8));
  }
}
