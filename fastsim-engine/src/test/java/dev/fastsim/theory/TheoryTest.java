package dev.fastsim.theory;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.random.Constant;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Network;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.theory.Theory.Known;
import dev.fastsim.theory.Theory.Quantity;
import dev.fastsim.theory.Theory.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TheoryTest {

  private static final Step SERVE = cpu("serve", "exponential(10 ms)");

  private static ScenarioBuilder poisson(double rate, Step... steps) {
    return Scenario.builder("s").poissonArrivals(rate).endpoint("e", steps);
  }

  private static Known known(ScenarioBuilder scenario) {
    assertThat(Theory.of(scenario.build())).isInstanceOf(Known.class);
    return (Known) Theory.of(scenario.build());
  }

  private static String reason(ScenarioBuilder scenario) {
    assertThat(Theory.of(scenario.build())).isInstanceOf(Unknown.class);
    return ((Unknown) Theory.of(scenario.build())).reason();
  }

  private static double value(Known known, Quantity quantity) {
    return known.predictions().stream()
        .filter(prediction -> prediction.quantity() == quantity)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static void mean(ScenarioBuilder scenario, String name, double mean) {
    Known known = known(scenario);
    assertThat(known.name()).isEqualTo(name);
    assertThat(value(known, Quantity.MEAN_LATENCY)).isCloseTo(mean, within(1e-9));
  }

  @Test
  void oneExponentialBurstIsAnMMc() {
    mean(poisson(80, SERVE), "M/M/1", 0.05);
    mean(poisson(150, SERVE).cores(2), "M/M/2", 0.022857142857142857);
    Known queue = known(poisson(80, SERVE));
    assertThat(value(queue, Quantity.P95)).isCloseTo(0.14978661367769954, within(1e-9));
    assertThat(value(queue, Quantity.REQUESTS_INSIDE)).isCloseTo(4, within(1e-9));
  }

  @Test
  void constantUsersArriveAsAPoissonProcess() {
    Workload users =
        new Workload.Users(80, 60, Duration.ofMinutes(1), new Workload.Users.Count.Constant());
    mean(Scenario.builder("s").workload(users).endpoint("e", SERVE), "M/M/1", 0.05);
  }

  @Test
  void burstsThatAreNotExponentialAreAnMG1() {
    mean(poisson(80, cpu("serve", "10 ms")), "M/D/1", 0.03);
    mean(poisson(70, cpu("serve", "lognormal(mean=10 ms, sd=20 ms)")), "M/G/1", 0.0683333333);
    mean(
        poisson(80, cpu("parse", "exponential(5 ms)"), cpu("render", "exponential(5 ms)")),
        "M/G/1",
        0.04);
    mean(poisson(80, cpu("serve", "erlang(2, 10 ms)")), "M/G/1", 0.04);
    mean(poisson(50, cpu("serve", "hyperexponential(mean=10 ms, cv=2)")), "M/G/1", 0.035);
    mean(poisson(50, cpu("serve", "uniform(5 ms, 15 ms)")), "M/G/1", 0.0154166666667);
  }

  @Test
  void limitedQueuesLose() {
    Known queue = known(poisson(90, SERVE).maxQueue(9));
    assertThat(queue.name()).isEqualTo("M/M/1/10");
    assertThat(value(queue, Quantity.ERROR_RATE)).isCloseTo(0.05081373132741239, within(1e-9));
    Known none = known(poisson(50, cpu("serve", "uniform(0 ms, 200 ms)")).cores(10).maxQueue(0));
    assertThat(none.name()).isEqualTo("M/G/10/10");
    assertThat(value(none, Quantity.ERROR_RATE)).isCloseTo(0.01838457033664814, within(1e-9));
  }

  @Test
  void waitsAddTheirMeans() {
    mean(poisson(400, io("wait", "uniform(100 ms, 150 ms)")), "M/G/infinity", 0.125);
    mean(
        poisson(80, SERVE, io("wait", "gamma(mean=20 ms, shape=0.7)"))
            .network(new Network(new Constant(0.003), 0)),
        "M/M/1 with delays",
        0.05 + 0.02 + 0.006);
  }

  @Test
  void eventLoopAndChainAreOfProductForm() {
    mean(
        poisson(
            30,
            cpu("parse", "exponential(10 ms)"),
            io("call", "50 ms"),
            cpu("render", "exponential(10 ms)")),
        "event loop of product form",
        0.1);
    mean(
        Scenario.builder("chain")
            .service("a", a -> a.endpoint("e", cpu("one", "exponential(100 ms)")))
            .service("b", b -> b.endpoint("e", cpu("two", "exponential(80 ms)")))
            .link("clients", "a", "0 ms")
            .link("a", "b", "0 ms")
            .link("b", "clients", "0 ms")
            .poissonArrivals(8),
        "open network of product form",
        0.5 + 1 / 4.5);
  }

  @Test
  void evenArrivalsAreADM1() {
    Workload even = new Workload.OpenRate(80, Spacing.CONSTANT);
    mean(Scenario.builder("s").workload(even).endpoint("e", SERVE), "D/M/1", 0.0269273084);
    assertThat(reason(Scenario.builder("s").workload(even).endpoint("e", SERVE).cores(2)))
        .isEqualTo("arrivals are evenly spaced, and no Poisson process");
  }

  @Test
  void whatRulesAFormulaOutIsNamed() {
    assertThat(reason(poisson(105, SERVE)))
        .isEqualTo(
            "the cores of s are offered 105% of what they can do, so that there is no steady state");
    assertThat(
            reason(
                poisson(80, SERVE, io("query", "1 ms", "db")).pool("db", 3, Duration.ofSeconds(1))))
        .isEqualTo("query waits for a connection of pool db");
    assertThat(reason(poisson(80, SERVE, blockingIo("log", "1 ms"))))
        .isEqualTo("log blocks a core while it waits");
    assertThat(reason(poisson(150, cpu("serve", "10 ms")).cores(2)))
        .isEqualTo("the bursts of s are not exponential, as M/M/c takes them to be");
    assertThat(reason(poisson(80, cpu("serve", "pareto(min=1 ms, shape=3)"))))
        .startsWith("there is no simple formula for the variance of pareto(");
    assertThat(reason(poisson(80, SERVE).endpoint("f", cpu("other", "1 ms"))))
        .isEqualTo("several endpoints share s");
    assertThat(reason(poisson(80, SERVE).network(new Network(new Constant(0), 0.01))))
        .isEqualTo("messages are lost on clients -> s");
    assertThat(
            reason(
                poisson(80, SERVE)
                    .fault(new Fault.Surge(2, Duration.ofSeconds(1), Duration.ofSeconds(1)))))
        .isEqualTo("with faults there is no steady state");
    Workload users =
        new Workload.Users(80, 60, Duration.ofMinutes(1), new Workload.Users.Count.Poisson());
    assertThat(reason(Scenario.builder("s").workload(users).endpoint("e", SERVE)))
        .isEqualTo(
            "the number of users is drawn anew every 60 s, so that arrivals are no Poisson process");
  }
}
