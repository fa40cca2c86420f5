package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.random.Constant;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Fault.Outage.Mode;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Arrivals at equal distances make every effect of a fault a number that one can work out. */
class FaultsTest {

  private static ScenarioBuilder arrivals(double perSecond, Duration duration) {
    return Scenario.builder("shop")
        .workload(new Workload.OpenRate(perSecond, Spacing.CONSTANT))
        .runs(new RunPlan(duration, Duration.ZERO, 1, 1, 1));
  }

  private static RunResult run(ScenarioBuilder scenario) {
    return Simulation.run(scenario.build(), 0, () -> false);
  }

  private static ServiceRun service(RunResult run, int index) {
    return run.services().get(index);
  }

  /** Ten requests a second for ten seconds, each inside for half a second. */
  private static ScenarioBuilder tenASecond() {
    return arrivals(10, ofSeconds(10)).endpoint("buy", io("wait", "500 ms"));
  }

  private static Fault.Outage outage(Mode mode) {
    return new Fault.Outage("shop", Fault.Outage.ALL, mode, ofMillis(4050), ofSeconds(2));
  }

  @Test
  void drainedServiceFinishesWhatIsInsideAndRejectsWhatComes() {
    Outcomes outcomes = run(tenASecond().fault(outage(Mode.DRAIN))).outcomes();
    assertThat(outcomes).isEqualTo(new Outcomes(100, 75, 0, 20, 0, 5));
  }

  @Test
  void killedServiceDropsWhatIsInsideAndRejectsWhatComes() {
    Outcomes outcomes = run(tenASecond().fault(outage(Mode.KILL))).outcomes();
    assertThat(outcomes).isEqualTo(new Outcomes(100, 70, 5, 20, 0, 5));
  }

  @Test
  void nothingIsLeftInAKilledReplica() {
    ScenarioBuilder scenario =
        arrivals(100, ofSeconds(10))
            .ram(1000)
            .pool("db", 1, ofSeconds(100))
            .endpoint("buy", ram("session", 1), cpu("parse", "1 ms"), io("query", "30 ms", "db"))
            .fault(new Fault.Outage("shop", 1, Mode.KILL, ofSeconds(4), ofSeconds(7)));
    RunResult run = run(scenario);
    ServiceRun shop = service(run, 0);
    // At 100/s, the one connection serves 33/s; by 4 s some 266 wait or are served, all dropped.
    assertThat(run.outcomes().addUp()).isTrue();
    assertThat(run.outcomes().inFlight()).isZero();
    assertThat(run.outcomes().dropped()).isBetween(260L, 270L);
    assertThat(shop.replicas().get(0).ramBytes().max())
        .isEqualTo((double) run.outcomes().dropped());
    // Had anything been left, it would have been counted for six more seconds.
    assertThat(shop.replicas().get(0).ramBytes().mean()).isBetween(50.0, 56.0);
    assertThat(shop.pools().get(0).inUse().get(0).mean()).isBetween(0.39, 0.4);
  }

  /** A message on the wire when the outage begins was sent before. */
  @Test
  void drainingServiceStillServesWhatWasSentBefore() {
    ScenarioBuilder scenario =
        tenASecond().network(new Network(new Constant(0.2), 0)).fault(outage(Mode.DRAIN));
    // Sent from 4.05 s on and arriving before 6.05 s: 4.1 to 5.8 s.
    assertThat(run(scenario).outcomes().rejected()).isEqualTo(18);
    assertThat(run(scenario).outcomes().dropped()).isZero();
    ScenarioBuilder killed =
        tenASecond().network(new Network(new Constant(0.2), 0)).fault(outage(Mode.KILL));
    // Sent from 3.4 to 3.8 s: inside. Arriving from 4.1 to 6.0 s: rejected, sent before or not.
    assertThat(run(killed).outcomes().dropped()).isEqualTo(5);
    assertThat(run(killed).outcomes().rejected()).isEqualTo(20);
  }

  @Test
  void replicasThatAreUpTakeTheRequestsOfThoseThatAreDown() {
    RunResult run =
        run(
            arrivals(100, ofSeconds(10))
                .replicas(4, BalancingPolicy.ROUND_ROBIN)
                .endpoint("buy", cpu("compute", "1 ms"))
                .fault(new Fault.Outage("shop", 2, Mode.DRAIN, ofSeconds(5), ofSeconds(5))));
    assertThat(run.outcomes().failed()).isZero();
    // 5 s with a quarter of 100/s each, then 5 s with half of it for the last two.
    double[] shares = {0.0125, 0.0125, 0.0375, 0.0375};
    for (int i = 0; i < shares.length; i++) {
      assertThat(service(run, 0).replicas().get(i).coresHeld().mean())
          .isCloseTo(shares[i], within(2e-4));
    }
  }

  @Test
  void balancerLeavesOutTheServiceThatIsDown() {
    RunResult run =
        run(
            pair(BalancingPolicy.ROUND_ROBIN)
                .fault(
                    new Fault.Outage(
                        "a", Fault.Outage.ALL, Mode.DRAIN, ofSeconds(5), ofMillis(2500))));
    assertThat(run.outcomes().failed()).isZero();
    assertThat(service(run, 0).replicas().get(0).coresHeld().mean())
        .isCloseTo(0.0375, within(2e-4));
    assertThat(service(run, 1).replicas().get(0).coresHeld().mean())
        .isCloseTo(0.0625, within(2e-4));
  }

  @Test
  void balancerRejectsWhenEverythingBehindItIsDown() {
    RunResult run =
        run(
            pair(BalancingPolicy.LEAST_CONNECTIONS)
                .fault(
                    new Fault.Outage(
                        "a", Fault.Outage.ALL, Mode.DRAIN, ofMillis(1005), ofSeconds(3)))
                .fault(
                    new Fault.Outage(
                        "b", Fault.Outage.ALL, Mode.KILL, ofMillis(3005), ofSeconds(5))));
    assertThat(run.outcomes().rejected()).isEqualTo(100);
    assertThat(run.outcomes().addUp()).isTrue();
  }

  /** A hundred requests a second for ten seconds to two services of 1 ms CPU. */
  private static ScenarioBuilder pair(BalancingPolicy policy) {
    return arrivals(100, ofSeconds(10))
        .balancer("lb", policy)
        .service("a", a -> a.endpoint("GET /", cpu("compute", "1 ms")))
        .service("b", b -> b.endpoint("GET /", cpu("compute", "1 ms")))
        .link("clients", "lb", "0 ms")
        .link("lb", "a", "0 ms")
        .link("lb", "b", "0 ms")
        .link("a", "clients", "0 ms")
        .link("b", "clients", "0 ms");
  }

  /** One request, at 1 s, which computes for 400 ms. */
  private static double latencyWith(Fault... faults) {
    ScenarioBuilder scenario =
        arrivals(1, ofMillis(1999)).endpoint("buy", cpu("compute", "400 ms"));
    for (Fault fault : faults) {
      scenario.fault(fault);
    }
    return run(scenario).latency().max();
  }

  private static Fault slowdown(double factor, long startMillis, long millis) {
    return new Fault.Slowdown("shop", factor, ofMillis(startMillis), ofMillis(millis));
  }

  @Test
  void slowdownStretchesTheWorkThatFallsIntoIt() {
    assertThat(latencyWith()).isEqualTo(0.4);
    assertThat(latencyWith(slowdown(2, 0, 1500))).isEqualTo(0.65);
    assertThat(latencyWith(slowdown(2, 1100, 200))).isEqualTo(0.5);
    assertThat(latencyWith(slowdown(2, 1300, 500))).isEqualTo(0.5);
    assertThat(latencyWith(slowdown(2, 1500, 500))).isEqualTo(0.4);
    assertThat(latencyWith(slowdown(2, 1100, 200), slowdown(2, 1100, 200))).isEqualTo(0.55);
  }

  @Test
  void pauseStopsTheClockOfTheCpu() {
    assertThat(latencyWith(slowdown(Double.POSITIVE_INFINITY, 1100, 200))).isEqualTo(0.6);
    assertThat(latencyWith(slowdown(Double.POSITIVE_INFINITY, 900, 200))).isEqualTo(0.5);
  }

  @Test
  void latencySpikesAddUpForWhatLeavesMeanwhile() {
    ScenarioBuilder scenario =
        arrivals(10, ofSeconds(10))
            .network(new Network(new Constant(0.01), 0))
            .endpoint("buy")
            .fault(spike(ofSeconds(2), ofSeconds(2), 50))
            .fault(spike(ofSeconds(3), ofSeconds(2), 30));
    RunResult run = run(scenario);
    // [2, 3): 50 ms more, [3, 4): 80 ms more, [4, 5): 30 ms more, ten requests each.
    assertThat(run.latency().max()).isEqualTo(0.1);
    assertThat(run.latency().mean()).isCloseTo(0.02 + 1.6 / 100, within(1e-3));
  }

  private static Fault spike(Duration start, Duration duration, long millis) {
    return new Fault.LatencySpike("clients -> shop", ofMillis(millis), start, duration);
  }

  @Test
  void extraLossDropsWhatLeavesMeanwhile() {
    Fault cut = new Fault.ExtraLoss("shop -> clients", 1, ofMillis(2050), ofSeconds(3));
    RunResult run = run(arrivals(10, ofSeconds(10)).endpoint("buy").fault(cut));
    assertThat(run.outcomes()).isEqualTo(new Outcomes(100, 70, 30, 0, 0, 0));
    assertThat(run.links().get(1).lost()).isEqualTo(30);
    assertThat(run.links().get(0).lost()).isZero();
  }

  @Test
  void shrunkenPoolServesFewerAndGrowsBack() {
    ScenarioBuilder scenario =
        arrivals(10, ofMillis(10_050))
            .pool("db", 3, ofSeconds(100))
            .endpoint("buy", io("query", "50 ms", "db"))
            .fault(new Fault.PoolShrink("shop", "db", 0, ofMillis(2010), ofSeconds(3)))
            .fault(new Fault.PoolShrink("shop", "db", 2, ofMillis(1000), ofSeconds(1)));
    RunResult run = run(scenario);
    // The request of 2.0 s keeps its connection; those of 2.1 to 5.0 s wait until 5.01 s.
    assertThat(run.outcomes()).isEqualTo(new Outcomes(100, 100, 0, 0, 0, 0));
    assertThat(service(run, 0).pools().get(0).waiting().get(0).max()).isEqualTo(30);
    assertThat(service(run, 0).pools().get(0).inUse().get(0).max()).isEqualTo(3);
    // That of 2.1 s is the first of three who get a connection at 5.01 s.
    assertThat(run.latency().max()).isEqualTo(2.96);
  }

  @Test
  void surgeMultipliesTheArrivalRate() {
    ScenarioBuilder constant =
        arrivals(10, ofSeconds(10)).endpoint("buy").fault(surge(3)).fault(surge(2));
    assertThat(run(constant).outcomes().offered()).isEqualTo(20 + 120 + 60);
    ScenarioBuilder poisson =
        arrivals(10, ofSeconds(10)).poissonArrivals(10_000).endpoint("buy").fault(surge(3));
    // A Poisson number of mean 140 000; eight standard deviations are 3000.
    assertThat((double) run(poisson).outcomes().offered()).isCloseTo(140_000, within(3000.0));
    ScenarioBuilder users =
        arrivals(10, ofSeconds(10))
            .workload(
                new Workload.Users(1000, 600, ofSeconds(3), new Workload.Users.Count.Constant()))
            .endpoint("buy")
            .fault(surge(3));
    assertThat((double) run(users).outcomes().offered()).isCloseTo(140_000, within(3000.0));
  }

  private static Fault surge(double factor) {
    return new Fault.Surge(factor, ofSeconds(2), ofSeconds(2));
  }
}
