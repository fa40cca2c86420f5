package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Messages are lost independently of each other. False alarms: see {@link Oracle}. */
class LossyLinkTest {

  @Test
  void requestIsDroppedUnlessBothItsMessagesArrive() {
    Oracle links =
        Oracle.of(
            Scenario.builder("lossy")
                .network(
                    new Network(new Constant(0.01), 0.1), new Network(new Constant(0.02), 0.25))
                .poissonArrivals(100)
                .endpoint("wait", io("io", "exponential(10 ms)")),
            200);
    links.share(Outcomes::dropped).is(1 - 0.9 * 0.75);
    links.throughput().is(100 * 0.9 * 0.75);
    links.of(run -> run.links().get(0).lost() / run.measuredSeconds()).is(100 * 0.1);
    links.of(run -> run.links().get(1).lost() / run.measuredSeconds()).is(100 * 0.9 * 0.25);
    links.latency().is(0.04);
  }
}
