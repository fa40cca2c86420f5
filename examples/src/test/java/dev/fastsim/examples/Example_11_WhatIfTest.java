package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Outage;
import dev.fastsim.annotations.Server;
import dev.fastsim.annotations.StepTime;
import dev.fastsim.annotations.UtilizationSla;
import dev.fastsim.annotations.WhatIf;

/**
 * Does the promise hold on the day it matters?
 *
 * <p>On any day 120 requests a second keep three replicas 28% busy. The what-ifs ask about other
 * days: twice the traffic, a slow bank, a replica that is lost in the middle of the sale. Each is
 * simulated with the same arrivals and the same luck, every promise is tested in each, and the
 * report says how much a what-if costs, as in {@code p95 +18.9 ms (95% CI ...)}.
 *
 * <p>That the service is half idle is a promise for an ordinary day only, so it names no what-ifs.
 */
@Server(replicas = 3)
@ArrivalRate("120/s")
@WhatIf(name = "Black Friday", traffic = 2)
@WhatIf(name = "slow bank", steps = @StepTime(step = "chargeCard", factor = 1.5))
@WhatIf(
    name = "a replica lost on Black Friday",
    traffic = 2,
    outages = @Outage(start = "2 min", duration = "30 s", replicas = 1))
@UtilizationSla(
    cpu = "50%",
    whatIfs = {})
class Example_11_WhatIfTest {

  @CpuStep("5 ms")
  void price() {}

  @IoWait("exponential(20 ms)")
  void chargeCard() {}

  @CpuStep("2 ms")
  void render() {}

  @Endpoint("POST /order")
  @LatencySla(p95 = "120 ms")
  void order() {
    price();
    chargeCard();
    render();
  }
}
