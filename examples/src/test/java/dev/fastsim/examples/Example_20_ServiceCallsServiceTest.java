package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Remote;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.WhatIf;

/**
 * What if the work is done by somebody else?
 *
 * <p>A cart asks another service for what is in stock. {@code @Remote} marks a field whose type is
 * that service's own model, and a call of one of its endpoints in a body is a call over the
 * network: the cart's core is free until the answer is back, the stock service has cores and queues
 * of its own, and half a millisecond passes each way.
 *
 * <p>The cart is busy 45% of the time, the stock service 60%: its answers take 4 / (1 - 0.6) = 10
 * ms on average, of which 6 ms are waiting. A quarter more traffic makes that 4 / (1 - 0.75) = 16
 * ms. The result counts the calls of each endpoint, and says where the time of the cart's requests
 * goes, wherever it goes.
 */
@ArrivalRate("150/s")
@WhatIf(name = "busy day", traffic = 1.25)
class Example_20_ServiceCallsServiceTest {

  @Remote(latency = "0.5 ms")
  private StockService stock;

  @CpuStep("1 ms")
  void parse() {}

  @CpuStep("2 ms")
  void render() {}

  @Endpoint("GET /cart")
  @LatencySla(p95 = "60 ms")
  void cart() {
    parse();
    stock.lookUp();
    render();
  }
}

/** A model of another service; it could be the one that its own team tests. */
@Server(cores = 1)
class StockService {

  @CpuStep("exponential(4 ms)")
  void search() {}

  @Endpoint("GET /stock")
  void lookUp() {
    search();
  }
}
