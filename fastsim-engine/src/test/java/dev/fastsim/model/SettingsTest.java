package dev.fastsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.RateLimiter;
import dev.fastsim.annotations.SpringSettings;
import dev.fastsim.experiment.Experiment;
import dev.fastsim.scenario.FixedWindow;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Model classes that take values from the settings of the service. */
class SettingsTest {

  @SpringSettings("shop-settings.yml")
  @ConnectionPool(name = "db", settings = "spring.datasource.hikari")
  @ConnectionPool(name = "stock", settings = "app.stock.hikari", acquireTimeout = "1 s")
  @ConnectionPool(name = "plain")
  @ArrivalRate("10/s")
  static class Shop {
    @IoWait(value = "5 ms", pool = "db")
    void load() {}

    @Endpoint("GET /")
    void get() {
      load();
    }
  }

  @Test
  void poolsTakeTheirValuesFromTheFileBesideTheClass() {
    Scenario scenario = ServiceModel.read(Shop.class).scenario();
    assertThat(scenario.services().get(0).pools())
        .containsExactlyInAnyOrder(
            pool("db", 20, Duration.ofSeconds(5)),
            pool("stock", 4, Duration.ofSeconds(1)),
            pool("plain", 10, Duration.ofSeconds(30)));
    assertThat(scenario.notes())
        .containsExactlyInAnyOrder(
            "pool db: 20 connections from shop-settings.yml:4,"
                + " acquire timeout 5 s from shop-settings.yml:5",
            "pool stock: 4 connections from shop-settings.yml:6");
  }

  @Test
  void theSummaryAndTheJsonSayWhereValuesAreFrom() {
    Scenario scenario =
        ServiceModel.read(Shop.class)
            .scenario()
            .withRuns(new RunPlan(Duration.ofSeconds(5), Optional.of(Duration.ZERO), 1, 2, 2));
    var result = Experiment.run(scenario);
    assertThat(result.summary())
        .contains("notes", "pool stock: 4 connections from shop-settings.yml:6");
    assertThat(result.toJson())
        .contains("\"notes\"", "pool stock: 4 connections from shop-settings.yml:6");
  }

  private static dev.fastsim.scenario.ConnectionPool pool(String name, int size, Duration timeout) {
    return new dev.fastsim.scenario.ConnectionPool(name, size, timeout);
  }

  @ConnectionPool(name = "db", settings = "spring.datasource.hikari")
  @ArrivalRate("10/s")
  static class WithoutSettings {
    @Endpoint("GET /")
    void get() {}
  }

  @SpringSettings("shop-settings.yml")
  @RateLimiter(settings = "resilience4j.ratelimiter.instances.shop", timeoutDuration = "1 s")
  @ArrivalRate("10/s")
  static class Limited {
    @RateLimiter(limitForPeriod = 3, limitRefreshPeriod = "10 ms")
    @Endpoint("GET /")
    void get() {}
  }

  @Test
  void rateLimitersAreThoseOfResilience4j() {
    Scenario scenario = ServiceModel.read(Limited.class).scenario();
    assertThat(scenario.services().get(0).limiter())
        .contains(new FixedWindow(100, Duration.ofNanos(500), Duration.ofSeconds(1)));
    assertThat(scenario.endpoints().get(0).limiter())
        .contains(new FixedWindow(3, Duration.ofMillis(10), Duration.ofSeconds(5)));
    assertThat(scenario.notes())
        .containsExactly(
            "rate limiter: 100 permits from shop-settings.yml:8, each 500 ns (resilience4j's"
                + " default)");
  }

  @RateLimiter(permitsPerSecond = 5, limitForPeriod = 3)
  @ArrivalRate("10/s")
  static class TwoKindsOfLimiter {
    @RateLimiter
    @Endpoint("GET /")
    void get() {}
  }

  @Test
  void aLimiterIsOfOneKind() {
    assertThat(Refusal.of(TwoKindsOfLimiter.class))
        .containsExactlyInAnyOrder(
            "SettingsTest.TwoKindsOfLimiter @RateLimiter: permitsPerSecond and burst make a token"
                + " bucket, the others a fixed window; give those of one",
            "SettingsTest.TwoKindsOfLimiter.get @RateLimiter: it sets no limit; give"
                + " permitsPerSecond, limitForPeriod or settings");
  }

  @SpringSettings("nowhere.yml")
  @ArrivalRate("10/s")
  static class WithoutFile {
    @Endpoint("GET /")
    void get() {}
  }

  @SpringSettings("shop-settings.yml")
  @ConnectionPool(name = "bad", settings = "app.bad.hikari")
  @ConnectionPool(name = "missing", settings = "app.stok.hikari")
  @ArrivalRate("10/s")
  static class WithMistakes {
    @Endpoint("GET /")
    void get() {}
  }

  @Test
  void everyMistakeInSettingsIsToldWithItsPlace() {
    assertThat(Refusal.of(WithoutSettings.class))
        .containsExactly(
            "SettingsTest.WithoutSettings @ConnectionPool(settings): the class has no settings;"
                + " add @SpringSettings(\"application.yml\") to it");
    assertThat(Refusal.of(WithoutFile.class))
        .containsExactly(
            "SettingsTest.WithoutFile @SpringSettings(value): nowhere.yml: found no such file,"
                + " expected a settings file; check the path");
    assertThat(Refusal.of(WithMistakes.class))
        .containsExactlyInAnyOrder(
            "SettingsTest.WithMistakes @ConnectionPool(settings): shop-settings.yml:7:37:"
                + " app.bad.hikari.maximum-pool-size: found \"lots\", expected a whole number of at"
                + " least 1",
            "SettingsTest.WithMistakes @ConnectionPool(settings): shop-settings.yml:7:63:"
                + " app.bad.hikari.connection-timeout: found \"100\", expected milliseconds as a"
                + " whole number, 0 or from 250",
            "SettingsTest.WithMistakes @ConnectionPool(settings): shop-settings.yml:"
                + " app.stok.hikari: found nothing, expected keys below it; did you mean"
                + " app.stock.hikari?");
  }
}
