package dev.fastsim.experiment;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.ClosedUsers;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.SimulationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Users who wait for their responses and then think, against the machine repairman and exact mean
 * value analysis. False alarms: see {@link Oracle}.
 */
class ClosedUsersTest {

  /**
   * M/M/c//N: with n requests inside, (N - n) / Z more come a second and min(n, c) mu leave (Gross
   * and Harris, <i>Fundamentals of Queueing Theory</i>, 2.7).
   */
  @Test
  void twoCoresAndFiftyUsersAreTheMachineRepairman() {
    Oracle queue =
        Oracle.of(
            Scenario.builder("M/M/2//50")
                .cores(2)
                .closedUsers(50, "exponential(1 s)")
                .endpoint("serve", cpu("serve", "exponential(50 ms)")),
            400);
    queue.throughput().is(39.15098547443422);
    queue.latency().is(0.2771070611402678);
    queue.inside().is(10.84901452556578);
    queue.coresHeld().is(2 * 0.9787746368608563);
  }

  /** What is thought matters by its mean alone (Baskett, Chandy, Muntz and Palacios 1975). */
  @Test
  void constantThinkTimesGiveTheSameMeans() {
    Oracle queue =
        Oracle.of(
            Scenario.builder("one station")
                .closedUsers(20, "1 s")
                .endpoint("serve", cpu("serve", "exponential(40 ms)")),
            1000);
    queue.throughput().is(18.002746225257386);
    queue.latency().is(0.11094161689290051);
  }

  /** {@code R_k(n) = D_k (1 + Q_k(n - 1)), X = n / (Z + R)} (Reiser and Lavenberg 1980). */
  @Test
  void twoServicesInARowFollowMeanValueAnalysis() {
    Oracle queue =
        Oracle.of(
            Scenario.builder("closed network")
                .service("a", a -> a.endpoint("serve", cpu("a", "exponential(40 ms)")))
                .service("b", b -> b.endpoint("serve", cpu("b", "exponential(30 ms)")))
                .link("clients", "a", "0 s")
                .link("a", "b", "0 s")
                .link("b", "clients", "0 s")
                .closedUsers(20, "exponential(1 s)"),
            1000);
    queue.throughput().is(17.22025337979621);
    queue.latency().is(0.1614230963328999);
  }

  /**
   * The interactive response-time law, R = N / X - Z, holds of any service; here with what is cut
   * off at the ends of a run, at most one cycle of each user in 600 s.
   */
  @Test
  void latencyIsUsersByThroughputLessThinkTime() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("law")
                .cores(2)
                .pool("db", 3, Duration.ofSeconds(10))
                .closedUsers(30, "lognormal(median=200 ms, p99=1 s)")
                .endpoint("serve", cpu("parse", "8 ms"), io("load", "exponential(40 ms)", "db"))
                .runs(new RunPlan(Duration.ofSeconds(600), Duration.ZERO, 1, 2, 2))
                .build());
    double thinkTime = ((ClosedUsers) result.scenario().workload()).thinkTime().mean();
    assertThat(result.latency().mean().value())
        .isCloseTo(30 / result.throughput().value() - thinkTime, within(0.003));
  }

  /** A pool of 10 ms a request serves 100/s; ten users without a think time keep it busy. */
  @Test
  void usersWhoDoNotThinkKeepTheBottleneckBusy() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("bottleneck")
                .closedUsers(10, "0 s")
                .endpoint("serve", cpu("serve", "10 ms"))
                .runs(new RunPlan(Duration.ofSeconds(10), Duration.ofSeconds(1), 1, 2, 2))
                .build());
    assertThat(result.throughput().value()).isCloseTo(100, within(0.2));
    assertThat(result.latency().p99().value()).isCloseTo(0.1, within(0.0002));
  }

  /** Ten users with 1 s each: 10 requests a second, and 40 in the middle third. */
  @Test
  void surgeMakesThemThinkFaster() {
    SimulationResult result =
        Experiment.run(
            Scenario.builder("surge")
                .closedUsers(10, "1 s")
                .endpoint("serve", io("serve", "0 s"))
                .fault(new Fault.Surge(4, Duration.ofSeconds(10), Duration.ofSeconds(10)))
                .runs(new RunPlan(Duration.ofSeconds(30), Duration.ZERO, 1, 1, 1))
                .build());
    assertThat(result.outcomes().offered()).isEqualTo(10 * (10 + 40 + 10));
  }

  @Test
  void moreTrafficIsMoreUsers() {
    Scenario ten =
        Scenario.builder("ten")
            .closedUsers(10, "1 s")
            .endpoint("serve", io("serve", "0 s"))
            .build();
    assertThat(Change.traffic(2.56).applyTo(ten).workload())
        .isEqualTo(new ClosedUsers(26, ((ClosedUsers) ten.workload()).thinkTime()));
    assertThat(Change.traffic(0.01).applyTo(ten).workload())
        .isEqualTo(new ClosedUsers(1, ((ClosedUsers) ten.workload()).thinkTime()));
  }

  @Test
  void usersForWhomNoTimePassesAreRefused() {
    Scenario scenario =
        Scenario.builder("standstill")
            .closedUsers(1, "0 s")
            .endpoint("serve", cpu("serve", "0 s"))
            .runs(new RunPlan(Duration.ofSeconds(1), Duration.ZERO, 1, 1, 1))
            .build();
    assertThatThrownBy(() -> Experiment.run(scenario))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining(
            "at the same instant, after 0 ns: neither thinking nor a request takes")
        .hasMessageContaining("Give the users a think time");
  }

  @Test
  void impossibleNumbersOfUsersAreRefused() {
    assertThatThrownBy(() -> Scenario.builder("none").closedUsers(0, "1 s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("users must be from 1 to 1000000, but is 0");
  }
}
