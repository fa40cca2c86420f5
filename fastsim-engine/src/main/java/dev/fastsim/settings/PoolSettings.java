package dev.fastsim.settings;

import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.units.Durations;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What settings say about a pool of HikariCP.
 *
 * @param size {@code maximumPoolSize}; HikariCP's default is 10
 * @param acquireTimeout {@code connectionTimeout}; HikariCP's default is 30 s
 */
@API(status = API.Status.EXPERIMENTAL)
public record PoolSettings(Taken<Integer> size, Taken<Duration> acquireTimeout) {

  /** The pool under the name that steps refer to. */
  public ConnectionPool pool(String name) {
    return new ConnectionPool(name, size.value(), acquireTimeout.value());
  }

  /** {@code 20 connections from application.yml:12}. */
  public String sizeText() {
    return size.text(value -> value + (value == 1 ? " connection" : " connections"));
  }

  /** {@code acquire timeout 5 s from application.yml:13}. */
  public String acquireTimeoutText() {
    return acquireTimeout.text(value -> "acquire timeout " + Durations.format(value.toNanos()));
  }

  /** All of it, for {@link dev.fastsim.scenario.Scenario#notes()}. */
  public String note(String name) {
    return "pool %s: %s, %s".formatted(name, sizeText(), acquireTimeoutText());
  }
}
