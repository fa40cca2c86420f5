package dev.fastsim.examples;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.Sweep;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Where does the tail take off?
 *
 * <p>A latency that is fine at 50% of the load says nothing about 90%. A sweep simulates one value
 * after the other with the same random numbers, so that the curve is smooth; its knee is where the
 * p99 starts to grow faster than the traffic. Plan to stay on its left.
 *
 * <p>One core that computes for 10 ms on average is full at 100 requests a second. The sweep goes
 * from 10 to 110.
 */
class Example_14_SweepTest {

  private static final Scenario SERVICE =
      Scenario.builder("service")
          .poissonArrivals(10)
          .endpoint("GET /", cpu("compute", "exponential(10 ms)"))
          .build();

  @Test
  void theTailTakesOffLongBeforeTheCoreIsFull() {
    Sweep sweep =
        FastSim.sweep(
            SERVICE,
            new Sweep.Axis(
                new Parameter.Traffic(),
                List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0)));

    double knee = sweep.knee().orElseThrow().values().get(0);
    assertThat(knee).isBetween(7.0, 9.0);
  }
}
