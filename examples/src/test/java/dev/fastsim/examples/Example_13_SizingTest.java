package dev.fastsim.examples;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.capacity.Choice;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.scenario.Metric;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What are the cheapest machines that keep the promise?
 *
 * <p>300 requests a second compute for 8 ms each, which is the work of 2.4 cores, and wait for a
 * database. Three cores could do it, if they were busy for 80% of the time; the p95 says whether
 * that is soon enough. The search simulates a fraction of all combinations: what a configuration
 * cannot keep, none with less of something can.
 *
 * <p>It shows all that keep the promise and have nothing to spare, the cheapest first. With a price
 * on each replica, a few large ones are cheaper than many small ones.
 */
class Example_13_SizingTest {

  private static final Scenario SHOP =
      Scenario.builder("shop")
          .pool("db", 10, Duration.ofSeconds(1))
          .poissonArrivals(300)
          .endpoint(
              "GET /", cpu("compute", "exponential(8 ms)"), io("load", "exponential(15 ms)", "db"))
          .objective(new Metric.Latency(Optional.empty(), new Statistic.Percentile(95)), 0.080)
          .build();

  @Test
  void fourCoresOfOneReplicaAreTheCheapest() {
    Sizing sizing =
        FastSim.size(
            SHOP,
            new Prices(0.5, 1, 0, 0),
            new Choice(new Parameter.Replicas("shop"), List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
            new Choice(new Parameter.Cores("shop"), List.of(1.0, 2.0, 4.0)));

    assertThat(sizing.cheapest().orElseThrow().text(SHOP)).isEqualTo("replicas 1, cores 4");
    assertThat(sizing.cheapest().orElseThrow().cost()).isEqualTo(4.5);
    assertThat(sizing.frontier()).hasSizeGreaterThan(1);
    assertThat(sizing.simulated()).isLessThan(18);
  }
}
