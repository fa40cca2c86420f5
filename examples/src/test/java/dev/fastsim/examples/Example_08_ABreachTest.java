package dev.fastsim.examples;

import dev.fastsim.annotations.ConnectionPool;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Flow;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.Workload;
import org.junit.jupiter.api.Tag;

/**
 * A promise that is not kept, to see how it fails: {@code mvn -Pbreach test}.
 *
 * <p>A checkout keeps the one core busy for 6 ms, and about 130 arrive each second: the event loop
 * is 78% busy. The median looks fine; the slowest requests wait in the ready queue, most of all in
 * minutes with more users than usual.
 */
@Tag("breach")
@Server(cores = 1, ram = "2 GiB")
@ConnectionPool(name = "db", size = 20)
@Workload(users = 130, requestsPerMinutePerUser = 60)
class Example_08_ABreachTest {

  @CpuStep("4 ms")
  void parse() {}

  @IoWait(value = "lognormal(median=8ms, p99=40ms)", pool = "db")
  void loadCart() {}

  @IoWait("exponential(25 ms)")
  void chargeCard() {}

  @CpuStep("2 ms")
  void render() {}

  @Endpoint("POST /checkout")
  @LatencySla(p50 = "80 ms", p95 = "100 ms", p99 = "150 ms")
  void checkout() {
    parse();
    loadCart();
    if (Flow.chance(0.97)) {
      chargeCard();
    }
    render();
  }
}
