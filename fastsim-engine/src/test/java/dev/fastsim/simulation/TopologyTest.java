package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.RunResult;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests at equal distances on their way through nodes and links. */
class TopologyTest {

  private static ScenarioBuilder arrivals(double perSecond) {
    return Scenario.builder("topology")
        .workload(new Workload.OpenRate(perSecond, Spacing.CONSTANT))
        .runs(new RunPlan(Duration.ofSeconds(100), Duration.ZERO, 1, 1, 1));
  }

  private static RunResult run(ScenarioBuilder scenario) {
    return Simulation.run(scenario.build(), 0, () -> false);
  }

  @Test
  void requestPassesRelaysAndServicesInTurn() {
    RunResult run =
        run(
            arrivals(1)
                .node(new Relay("proxy"))
                .service("front", front -> front.endpoint("GET /", cpu("render", "5 ms")))
                .service("back", back -> back.endpoint("query", io("read", "7 ms")))
                .link("clients", "proxy", "1 ms")
                .link("proxy", "front", "2 ms")
                .link("front", "back", "3 ms")
                .link("back", "clients", "4 ms"));
    assertThat(run.latency().max()).isEqualTo(0.022);
    assertThat(run.latency().min()).isEqualTo(0.022);
    assertThat(run.endpoints())
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("GET /"));
    assertThat(run.outcomes().completed()).isEqualTo(99);
    assertThat(run.outcomes().inFlight()).isEqualTo(1);
    double[] inFlight = {0.00099, 0.00198, 0.00297, 0.00396};
    for (int i = 0; i < inFlight.length; i++) {
      assertThat(run.links().get(i).inFlight()).isCloseTo(inFlight[i], within(1e-5));
    }
    assertThat(run.endpoints().get(0).breakdown().shares(1))
        .extracting(share -> share.category() + " " + Math.round(share.share() * 22) + " ms")
        .containsExactlyInAnyOrder("network 10 ms", "read 7 ms", "render 5 ms");
  }

  @ParameterizedTest
  @EnumSource
  void everyPolicySpreadsEqualServicesEvenlyEnough(BalancingPolicy policy) {
    RunResult run =
        run(
            behindBalancer(arrivals(100), policy)
                .service("a", a -> a.endpoint("GET /", io("wait", "25 ms")))
                .service("b", b -> b.endpoint("GET /", io("wait", "25 ms"))));
    double a = run.services().get(0).replicas().get(0).ioInFlight().mean();
    double b = run.services().get(1).replicas().get(0).ioInFlight().mean();
    assertThat(a + b).isCloseTo(2.5, within(0.01));
    // Requests are 10 ms apart and links take 15 ms, so even the in-transit policy alternates.
    assertThat(a).isCloseTo(1.25, within(policy == BalancingPolicy.RANDOM ? 0.15 : 0.05));
  }

  @Test
  void leastConnectionsAvoidsTheSlowServiceAndFewestInTransitDoesNot() {
    assertThat(shareOfTheSlow(BalancingPolicy.LEAST_CONNECTIONS)).isLessThan(0.15);
    assertThat(shareOfTheSlow(BalancingPolicy.FEWEST_IN_TRANSIT)).isBetween(0.45, 0.55);
  }

  private static double shareOfTheSlow(BalancingPolicy policy) {
    RunResult run =
        run(
            behindBalancer(arrivals(100), policy)
                .service("a", a -> a.endpoint("GET /", io("slowly", "1 s")))
                .service("b", b -> b.endpoint("GET /", io("swiftly", "10 ms"))));
    double perSecond = run.services().get(0).replicas().get(0).ioInFlight().mean() / 1;
    return perSecond / 100;
  }

  private static ScenarioBuilder behindBalancer(ScenarioBuilder scenario, BalancingPolicy policy) {
    return scenario
        .balancer("lb", policy)
        .link("clients", "lb", "1 ms")
        .link("lb", "a", "15 ms")
        .link("lb", "b", "15 ms")
        .link("a", "clients", "1 ms")
        .link("b", "clients", "1 ms");
  }

  /** Ties go to the first, so light traffic never sees the second. */
  @Test
  void fewestInTransitPrefersTheFirstAmongEquals() {
    RunResult run =
        run(
            behindBalancer(arrivals(10), BalancingPolicy.FEWEST_IN_TRANSIT)
                .service("a", a -> a.endpoint("GET /", io("wait", "1 s")))
                .service("b", b -> b.endpoint("GET /", io("wait", "1 s"))));
    assertThat(run.services().get(1).replicas().get(0).ioInFlight().max()).isZero();
  }

  @Test
  void mixedBodyTakesItsVariantsByWeight() {
    Step hit = cpu("hit", "1 ms");
    Step miss = io("miss", "9 ms");
    Body cached =
        new Body.Mixed(
            List.of(new Body.Variant(3, List.of(hit)), new Body.Variant(1, List.of(hit, miss))));
    RunResult run =
        run(arrivals(1000).endpoint(new Endpoint("GET /", 1, Optional.empty(), cached)));
    // A quarter of 100 000 requests; the standard deviation of their mean latency is 12 us.
    assertThat(run.latency().mean()).isCloseTo(0.001 + 9e-3 / 4, within(60e-6));
  }

  @Test
  void innerServicePicksItsOwnEndpointByWeight() {
    RunResult run =
        run(
            arrivals(1000)
                .service("front", front -> front.endpoint("GET /", cpu("render", "0.1 ms")))
                .service(
                    "back",
                    back ->
                        back.endpoint(
                                new Endpoint(
                                    "rare",
                                    1,
                                    Optional.empty(),
                                    new Body.Fixed(List.of(io("scan", "10 ms")))))
                            .endpoint(
                                new Endpoint(
                                    "common", 9, Optional.empty(), new Body.Fixed(List.of()))))
                .link("clients", "front", "0 ms")
                .link("front", "back", "0 ms")
                .link("back", "clients", "0 ms"));
    assertThat(run.latency().mean()).isCloseTo(0.0001 + 0.01 / 10, within(50e-6));
  }

  /** A message that never gets there is on no link, but the request is dropped. */
  @Test
  void lossOnALaterLinkDropsTheRequestThere() {
    RunResult run =
        run(
            arrivals(1)
                .node(new Relay("proxy"))
                .service("back", back -> back.endpoint("query"))
                .link(Link.between("clients", "proxy", new Network(new Constant(0.5), 0)))
                .link(Link.between("proxy", "back", new Network(new Constant(0.5), 1)))
                .link("back", "clients", "0 ms"));
    assertThat(run.outcomes().dropped()).isEqualTo(99);
    assertThat(run.outcomes().inFlight()).isEqualTo(1);
    assertThat(run.links().get(0).inFlight()).isCloseTo(0.5, within(0.01));
    assertThat(run.links().get(1).inFlight()).isZero();
    assertThat(run.links().get(1).lost()).isEqualTo(99);
  }
}
