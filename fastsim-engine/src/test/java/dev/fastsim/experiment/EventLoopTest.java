package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;

import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Burst, I/O, burst on one core: Poisson arrivals at 30/s, exponential bursts of 10 ms, I/O of 50
 * ms on average with any distribution. The loop is a first-come-first-served station visited twice,
 * the I/O a station with infinitely many servers: {@code W = 2 / (mu - 2 lambda) + E[IO]} (Baskett,
 * Chandy, Muntz and Palacios 1975). False alarms: see {@link Oracle}.
 */
class EventLoopTest {

  @ParameterizedTest
  @ValueSource(strings = {"50 ms", "exponential(50 ms)", "lognormal(mean=50 ms, sd=100 ms)"})
  void behavesAsAProductFormNetwork(String ioTime) {
    Oracle loop =
        Oracle.of(
            Scenario.builder("burst, I/O, burst")
                .poissonArrivals(30)
                .endpoint(
                    "serve",
                    cpu("before", "exponential(10 ms)"),
                    io("wait", ioTime),
                    cpu("after", "exponential(10 ms)")),
            4000);
    loop.latency().is(0.1);
    loop.lag().is(0.015);
    loop.coresHeld().is(0.6);
    loop.of(run -> run.services().get(0).replicas().get(0).ioInFlight().mean()).is(1.5);
    loop.of(
            run ->
                run.services().get(0).replicas().get(0).coresHeld().mean()
                    + run.services().get(0).replicas().get(0).readyQueue().mean())
        .is(1.5);
    loop.inside().is(3);
  }
}
