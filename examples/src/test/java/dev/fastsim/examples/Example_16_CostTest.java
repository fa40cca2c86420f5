package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CostSla;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Price;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.WhatIf;

/**
 * What does a request cost?
 *
 * <p>Three replicas of two cores cost 3 x (0.01 + 2 x 0.04) = $0.27 an hour, whether they are busy
 * or not, which is $197.10 a month of 730 hours. They serve 200 requests a second, 720 000 an hour,
 * so that each costs $0.000000375: 38 cents for a million.
 *
 * <p>At night, a tenth of the requests pays for the same machines, and each costs ten times as
 * much. One replica could do it then.
 */
@Server(cores = 2, replicas = 3)
@Price(replica = "$0.01/h", core = "$0.04/h")
@ArrivalRate("200/s")
@CostSla(perMonth = "$200", perRequest = "$0.0000015", whatIfs = "night with one replica")
@WhatIf(name = "night", traffic = 0.1)
@WhatIf(name = "night with one replica", traffic = 0.1, replicas = 1)
class Example_16_CostTest {

  @CpuStep("exponential(15 ms)")
  void render() {}

  @Endpoint("GET /page")
  @LatencySla(p95 = "60 ms")
  void page() {
    render();
  }
}
