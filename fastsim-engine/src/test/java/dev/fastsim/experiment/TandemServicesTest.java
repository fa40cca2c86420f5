package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.call;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;

import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * Open networks of exponential servers have product form: each station is an M/M/1 queue by itself
 * (Jackson 1957). False alarms: see {@link Oracle}.
 */
class TandemServicesTest {

  /** 8/s through 10/s, then 12/s: sojourns are independent exponentials of 2/s and 4/s. */
  @Test
  void chainOfServicesIsATandemQueue() {
    Oracle tandem =
        Oracle.of(
            Scenario.builder("tandem")
                .service("front", it -> it.endpoint("GET /", cpu("front", "exponential(100 ms)")))
                .service(
                    "back",
                    it -> it.endpoint("query", cpu("back", "exponential(83.33333333333333 ms)")))
                .link("clients", "front", "0 ms")
                .link("front", "back", "0 ms")
                .link("back", "clients", "0 ms")
                .poissonArrivals(8),
            12_000);
    tandem.latency().is(0.75);
    tandem.latency(50).is(0.6139735886497578);
    tandem.latency(95).is(1.838069173538935);
    tandem.latency(99).is(2.6479039695602125);
  }

  /** The same queues, but the front calls the back, and answers when it has the answer. */
  @Test
  void calledServiceIsTheSecondOfATandemQueue() {
    Oracle tandem =
        Oracle.of(
            Scenario.builder("tandem")
                .service(
                    "front",
                    it ->
                        it.endpoint(
                            "GET /", cpu("front", "exponential(100 ms)"), call("back", "query")))
                .service(
                    "back",
                    it -> it.endpoint("query", cpu("back", "exponential(83.33333333333333 ms)")))
                .poissonArrivals(8),
            12_000);
    tandem.latency().is(0.75);
    tandem.latency(50).is(0.6139735886497578);
    tandem.latency(95).is(1.838069173538935);
    tandem.latency(99).is(2.6479039695602125);
    tandem.of(run -> run.services().get(1).calls().get(0).latency().mean()).is(0.25);
  }

  /**
   * A caller that computes for 30 ms before and after the call is visited twice by each of 10/s,
   * the callee of 50 ms once, and a link of 20 ms twice (Jackson 1957; routes that are fixed keep
   * the product form, Kelly 1975): 2 x 30/(1 - 0.6) + 50/(1 - 0.5) + 2 x 20 ms.
   */
  @Test
  void callerIsVisitedOnceMoreAfterEachCall() {
    Oracle network =
        Oracle.of(
            Scenario.builder("network")
                .service(
                    "caller",
                    it ->
                        it.endpoint(
                            "GET /",
                            cpu("before", "exponential(30 ms)"),
                            call("callee", "query", "exponential(20 ms)"),
                            cpu("after", "exponential(30 ms)")))
                .service("callee", it -> it.endpoint("query", cpu("answer", "exponential(50 ms)")))
                .poissonArrivals(10),
            12_000);
    network.latency().is(0.29);
    network.of(run -> inside(run, 0)).is(0.6 / 0.4);
    network.of(run -> inside(run, 1)).is(0.5 / 0.5);
    network.of(run -> run.services().get(1).calls().get(0).latency().mean()).is(0.1);
  }

  /**
   * Half of 12/s each to servers of 10/s and 8/s, which splits the Poisson stream: sojourns of mean
   * 1/4 s and 1/2 s. Links of 0.5 s hold 12/s x 0.5 s (M/G/infinity), by Little's law.
   */
  @Test
  void randomBalancerSplitsAPoissonStream() {
    Oracle split =
        Oracle.of(
            Scenario.builder("split")
                .balancer("lb", BalancingPolicy.RANDOM)
                .service("a", it -> it.endpoint("GET /", cpu("a", "exponential(100 ms)")))
                .service("b", it -> it.endpoint("GET /", cpu("b", "exponential(125 ms)")))
                .link("clients", "lb", "exponential(0.5 s)")
                .link("lb", "a", "0 ms")
                .link("lb", "b", "0 ms")
                .link("a", "clients", "0 ms")
                .link("b", "clients", "0 ms")
                .poissonArrivals(12),
            12_000);
    split.latency().is(0.5 + (0.25 + 0.5) / 2);
    split.of(run -> inside(run, 0)).is(0.6 / 0.4);
    split.of(run -> inside(run, 1)).is(0.75 / 0.25);
    split.of(run -> run.links().get(0).inFlight()).is(6);
  }

  private static double inside(RunResult run, int service) {
    ReplicaRun replica = run.services().get(service).replicas().get(0);
    return replica.coresHeld().mean() + replica.readyQueue().mean();
  }
}
