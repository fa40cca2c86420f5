package dev.fastsim.settings;

import java.time.Duration;
import java.util.List;

/**
 * The keys of HikariCP, those of {@code com.zaxxer.hikari.HikariConfig}, and of Spring Boot's data
 * sources, which may stand beside them. Two of them say how long requests wait for a connection;
 * the others say how connections are made and kept, which a model knows nothing of: its connections
 * are there from the start.
 */
final class HikariKeys {

  /** HikariCP's own defaults; {@code HikariSemanticsTest} compares them with the real one. */
  static final int DEFAULT_SIZE = 10;

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** What HikariCP makes of a timeout of 0. */
  static final Duration NO_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

  private static final List<String> KNOWN =
      List.of(
          "maximum-pool-size",
          "connection-timeout",
          "minimum-idle",
          "idle-timeout",
          "max-lifetime",
          "keepalive-time",
          "validation-timeout",
          "leak-detection-threshold",
          "initialization-fail-timeout",
          "connection-test-query",
          "connection-init-sql",
          "auto-commit",
          "read-only",
          "isolate-internal-queries",
          "allow-pool-suspension",
          "register-mbeans",
          "transaction-isolation",
          "catalog",
          "schema",
          "pool-name",
          "jdbc-url",
          "url",
          "username",
          "credentials-provider-class-name",
          "password",
          "driver-class-name",
          "data-source-class-name",
          "data-source-jndi",
          "jndi-name",
          "exception-override-class-name",
          "name",
          "type",
          "generate-unique-name",
          "embedded-database-connection");

  private static final List<String> GROUPS =
      List.of("data-source-properties", "health-check-properties", "hikari", "xa");

  private HikariKeys() {}

  static PoolSettings read(SettingsSection section) {
    section.requireAny();
    section.requireKnown(KNOWN, GROUPS);
    Taken<Integer> size =
        section
            .whole("maximum-pool-size", 1)
            .orElse(new Taken<>(DEFAULT_SIZE, "(HikariCP's default)"));
    Taken<Duration> timeout =
        section
            .millis(
                "connection-timeout",
                "milliseconds as a whole number, 0 or from 250",
                time -> time.isZero() || time.compareTo(SHORTEST_TIMEOUT) >= 0)
            .map(taken -> taken.value().isZero() ? new Taken<>(NO_TIMEOUT, taken.origin()) : taken)
            .orElse(new Taken<>(DEFAULT_TIMEOUT, "(HikariCP's default)"));
    section.check();
    return new PoolSettings(size, timeout);
  }
}
