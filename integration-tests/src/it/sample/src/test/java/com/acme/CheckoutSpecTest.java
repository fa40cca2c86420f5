package com.acme;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Simulation;

/** Breaks one of its two promises: the payment alone takes longer than the p95 allows. */
@ArrivalRate("50/s")
@Simulation(duration = "60 s", warmUp = "5 s")
class CheckoutSpecTest {

  @CpuStep("2 ms")
  void parse() {}

  @IoWait("exponential(25 ms)")
  void charge() {}

  @Endpoint("POST /checkout")
  @LatencySla(p95 = "50 ms", p99 = "500 ms")
  void checkout() {
    parse();
    charge();
  }
}
