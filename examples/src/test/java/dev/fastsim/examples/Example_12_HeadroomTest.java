package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.Headroom;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.LatencySla;

/**
 * How far is the cliff?
 *
 * <p>A service that keeps its promise today may stand a step away from breaking it.
 * {@code @Headroom(min = 1.3)} promises that all promises hold at 30% more traffic, too. The test
 * also says how much more there is room for: it doubles the traffic until something breaks and
 * bisects, all with the same random numbers, and reports {@code headroom = 1.6x of this traffic}.
 *
 * <p>One core is busy for 7 ms of each request. At 80 requests a second it is 56% busy; the p95
 * leaves the 90 ms somewhat above 140 requests a second, where it is nearly full.
 */
@ArrivalRate("80/s")
@Headroom(min = 1.3)
class Example_12_HeadroomTest {

  @CpuStep("2 ms")
  void parse() {}

  @IoWait("exponential(20 ms)")
  void askIndex() {}

  @CpuStep("5 ms")
  void render() {}

  @Endpoint("GET /search")
  @LatencySla(p95 = "90 ms")
  void search() {
    parse();
    askIndex();
    render();
  }
}
