package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalStages;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.LatencySla;
import dev.fastsim.annotations.Simulation;
import dev.fastsim.annotations.Stage;

/**
 * What does a spike cost, and when is it over?
 *
 * <p>{@code @ArrivalStages} lets the rate rise and fall in straight lines. Here it is 100/s, jumps
 * to 300/s for ten seconds, and jumps back. A core that serves 200 a second falls behind by 100
 * requests a second, so that 1000 wait when the spike is over: the last of its requests takes about
 * 5 s. It takes the core ten more seconds to catch up, in which requests wait for a spike that is
 * over.
 *
 * <p>Such a run has a beginning and an end: nothing is left out as warm-up. The promise is one on
 * the whole of it, spike included.
 */
@ArrivalStages(
    startRate = "100/s",
    value = {
      @Stage(duration = "30 s", target = "100/s"),
      @Stage(duration = "0 s", target = "300/s"),
      @Stage(duration = "10 s", target = "300/s"),
      @Stage(duration = "0 s", target = "100/s")
    })
@Simulation(duration = "1 min")
class Example_22_SpikeTest {

  @CpuStep("5 ms")
  void render() {}

  @Endpoint("GET /page")
  @LatencySla(p99 = "5.5 s")
  void page() {
    render();
  }
}
