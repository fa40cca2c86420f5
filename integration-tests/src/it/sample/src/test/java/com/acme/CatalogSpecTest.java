package com.acme;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.WhatIf;
import org.junit.jupiter.api.Tag;

/** Keeps its promises. */
@ArrivalRate("50/s")
@Simulation(duration = "60 s", warmUp = "5 s")
@WhatIf(name = "twice as much", traffic = 2)
class CatalogSpecTest {

  @CpuStep("2 ms")
  void render() {}

  @IoWait("exponential(10 ms)")
  private static void query() {}

  @Tag("fast")
  @Endpoint("GET /item")
  @LatencySla(p95 = "60 ms", p99 = "90 ms")
  void item() {
    query();
    render();
  }

  @Endpoint("GET /list")
  @LatencySla(p95 = "120 ms")
  void list() {
    for (int i = 0; i < 3; i++) {
      query();
    }
    render();
  }
}
