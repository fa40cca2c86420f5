package dev.fastsim.examples;

import dev.fastsim.annotations.ArrivalRate;
import dev.fastsim.annotations.Baseline;
import dev.fastsim.annotations.CpuStep;
import dev.fastsim.annotations.Endpoint;
import dev.fastsim.annotations.IoWait;
import dev.fastsim.annotations.Simulation;

/**
 * Is it worse than it was?
 *
 * <p>A promise says what is good enough; a baseline says what it was. {@code @Baseline(p95 = "5%")}
 * fails if the p95 is longer than that of the saved result by more than 5%, and by more than
 * chance. To become faster is no failure.
 *
 * <p>The saved result is {@code
 * src/test/baselines/dev.fastsim.examples.Example_15_BaselineTest.json}, a file to be committed.
 * {@code mvn test -Dfastsim.baseline.update=true} writes it anew: do so when a change is meant, and
 * its difference shows in the review. Without the file the test fails.
 *
 * <p>As long as nothing changes, the result is the same to the last digit. Let {@code render} take
 * 5.5 ms: each run meets the arrivals that it met in the baseline, so that +11% stands out clearly.
 */
@ArrivalRate("100/s")
@Simulation(duration = "1 min", replications = 8)
@Baseline(p95 = "5%", p99 = "10%", throughput = "2%")
class Example_15_BaselineTest {

  @CpuStep("2 ms")
  void parse() {}

  @IoWait("exponential(20 ms)")
  void askIndex() {}

  @CpuStep("5 ms")
  void render() {}

  @Endpoint("GET /search")
  void search() {
    parse();
    askIndex();
    render();
  }
}
