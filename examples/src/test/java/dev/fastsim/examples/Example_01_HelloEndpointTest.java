package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;

/**
 * A service in its smallest form: what arrives, what a request does, and what is promised.
 *
 * <p>Requests arrive at random, 200 a second. Each parses for a millisecond on the service's one
 * core, waits about ten milliseconds for a database (the core is free meanwhile), and renders. The
 * event loop is 40% busy, so now and then a request that could compute waits in the ready queue.
 * How often, and what that does to the slowest requests, is what {@code mvn test} works out: each
 * attribute of {@code @LatencySla} is a test.
 *
 * <p>The class is an ordinary class and the body of {@code hello()} ordinary Java; it runs once for
 * every simulated request and records which steps the request takes.
 */
@ArrivalRate("200/s")
class Example_01_HelloEndpointTest {

  @CpuStep("1 ms")
  void parse() {}

  @IoWait("exponential(10 ms)")
  void query() {}

  @CpuStep("1 ms")
  void render() {}

  @Endpoint("GET /hello")
  @LatencySla(p50 = "12 ms", p95 = "40 ms", p99 = "60 ms")
  void hello() {
    parse();
    query();
    render();
  }
}
