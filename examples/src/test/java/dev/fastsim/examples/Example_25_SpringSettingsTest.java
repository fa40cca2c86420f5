package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.SpringSettings;
import dev.fastsim.annotations.UtilizationSla;

/**
 * Is the pool that is configured for production large enough?
 *
 * <p>The size of the pool is not written again: it is the one in the service's own settings, in the
 * profile that runs in production. Whoever changes a setting hears at once what it does to the
 * promises, and every result says where each value is from: {@code pool db: 12 connections from
 * checkout.yml:12, acquire timeout 2 s from checkout.yml:8}.
 *
 * <p>200 requests a second hold a connection for 40 ms each, so that 8 are in use at a time. The 6
 * connections of the other profiles could not keep up.
 */
@SpringSettings(value = "checkout.yml", profiles = "prod")
@ConnectionPool(name = "db", settings = "spring.datasource.hikari")
@ArrivalRate("200/s")
@UtilizationSla(pools = "80%")
class Example_25_SpringSettingsTest {

  @CpuStep("1 ms")
  void parse() {}

  @IoWait(value = "exponential(40 ms)", pool = "db")
  void loadCart() {}

  @Endpoint("POST /checkout")
  @LatencySla(p95 = "200 ms")
  void checkout() {
    parse();
    loadCart();
  }
}
