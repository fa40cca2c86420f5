package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.random.Exponential;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * M/G/infinity: who waits for I/O hinders nobody. 400/s for 125 ms are fifty on average, whatever
 * the distribution (Takacs 1962). False alarms: see {@link Oracle}.
 */
class UnlimitedIoTest {

  @ParameterizedTest
  @ValueSource(strings = {"125 ms", "exponential(125 ms)", "uniform(0 ms, 250 ms)"})
  void numberInFlightDependsOnTheMeanAlone(String time) {
    Oracle io =
        Oracle.of(
            Scenario.builder("M/G/infinity").poissonArrivals(400).endpoint("wait", io("io", time)),
            300);
    io.of(run -> run.services().get(0).replicas().get(0).ioInFlight().mean()).is(50);
    io.inside().is(50);
  }

  @Test
  void latencyIsTheServiceTime() {
    Oracle io =
        Oracle.of(
            Scenario.builder("M/M/infinity")
                .poissonArrivals(400)
                .endpoint("wait", io("io", "exponential(125 ms)")),
            300);
    io.latency().is(0.125);
    io.latency(50).is(0.125 * Math.log(2));
    io.latency(99).is(0.125 * Math.log(100));
  }

  /**
   * Two exponential latencies of 50 ms are an Erlang-2 time: P(T > t) = e^-x (1 + x), x = t/50ms.
   */
  @Test
  void linksDelayEachMessageOnItsOwn() {
    Oracle links =
        Oracle.of(
            Scenario.builder("links")
                .network(new Network(new Exponential(0.05), 0))
                .poissonArrivals(400)
                .endpoint("nothing"),
            300);
    links.latency().is(0.1);
    links.latency(50).is(0.05 * 1.6783469900166605);
    links.latency(99).is(0.05 * 6.638352067993813);
    links.of(run -> run.links().get(0).inFlight()).is(20);
    links.of(run -> run.links().get(1).inFlight()).is(20);
  }
}
