package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FastSimReaderTest {

  @Test
  void examplesInTheDocumentationAreRead() throws IOException {
    List<String> examples = DocumentedExamples.yaml();
    assertThat(examples).hasSize(3);
    Scenario shop = read(examples.get(0));
    assertThat(shop.nodes()).hasSize(5);
    assertThat(shop.links()).hasSize(7);
    assertThat(shop.faults()).hasSize(8);
    assertThat(shop.objectives()).hasSize(13);
    assertThat(shop.entryServices())
        .extracting(Service::name)
        .containsExactly("shop", "second-shop");
    assertThat(shop.service("second-shop").server().cores()).isEqualTo(1);
    assertThat(shop.service("second-shop").endpoints()).isEqualTo(shop.service("shop").endpoints());
    assertThat(read(examples.get(1)).name()).isEqualTo("checkout");
  }

  @Test
  void starterIsReadAndKeepsItsPromises() throws IOException {
    Scenario starter = read(ScenarioText.starter());
    Scenario brief =
        starter.withRuns(starter.runs().withDuration(Duration.ofSeconds(40)).withReplications(2));
    assertThat(FastSim.simulate(brief).outcomes().completed()).isPositive();
  }

  @Test
  void headroomIsPromisedBesideTheScenario() {
    String slas = FastSimMistakesTest.SMALL + "slas: [{latency: {p95: 10 ms}}]\n";
    assertThat(Samples.load("f.yml", slas).headroom()).isEmpty();
    assertThat(Samples.load("f.yml", slas + "headroom: 1.3\n").headroom()).hasValue(1.3);
  }

  @Test
  void whatIsLeftOutIsAsInAnnotationsAndTheBuilder() {
    Scenario scenario = read(FastSimMistakesTest.SMALL);
    Scenario built =
        Scenario.builder("shop")
            .poissonArrivals(400)
            .endpoint("GET /", ScenarioBuilder.cpu("work", "1 ms"))
            .build();
    assertThat(scenario).isEqualTo(built);
    assertThat(scenario.service("shop").server()).isEqualTo(Server.DEFAULT);
  }

  @Test
  void wordsAndQuantitiesMeanWhatTheySay() {
    Scenario scenario =
        read(
            """
            fastsim: 1
            name: shop
            workload: {users: 100, requestsPerMinutePerUser: 30, userCount: normal, userSd: 5}
            services:
              a: &a
                replicas: 2
                balancer: power_of_two_choices
                endpoints: {x: {steps: []}}
              b: *a
            balancers: {lb: {policy: fewest_in_transit}}
            links:
              - {from: clients, to: lb, loss: 0.25}
              - {from: lb, to: a}
              - {from: lb, to: b, latency: 1 ms, name: slow}
              - {from: a, to: clients}
              - {from: b, to: clients, loss: 2.5%}
            faults:
              - outage: {service: a, mode: drain, start: 1 min, duration: 1 h}
              - pause: {service: a, start: 0 s, duration: 1 s}
            """);
    assertThat(scenario.workload())
        .isEqualTo(
            new Workload.Users(100, 30, Duration.ofMinutes(1), new Workload.Users.Count.Normal(5)));
    assertThat(scenario.service("a").server().balancer())
        .isEqualTo(BalancingPolicy.POWER_OF_TWO_CHOICES);
    assertThat(scenario.links())
        .extracting(Link::name)
        .containsExactly("clients -> lb", "lb -> a", "slow", "a -> clients", "b -> clients");
    assertThat(scenario.links()).extracting(Link::loss).containsExactly(0.25, 0.0, 0.0, 0.0, 0.025);
    assertThat(((Fault.Outage) scenario.faults().get(0)).replicas()).isEqualTo(Fault.Outage.ALL);
    assertThat(((Fault.Slowdown) scenario.faults().get(1)).factor()).isInfinite();
  }

  @Test
  void keysThatBeginWithXAreNotRead() {
    assertThat(read("x-note: [anything, {at: all}]\n" + FastSimMistakesTest.SMALL))
        .isEqualTo(read(FastSimMistakesTest.SMALL));
  }

  @Test
  void seedsMayHaveAllBits() {
    String seeded = FastSimMistakesTest.SMALL + "simulation: {seed: %s}\n";
    assertThat(read(seeded.formatted(Long.MIN_VALUE)).runs().seed()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void allMistakesInValuesAreReportedAtOnce() {
    assertThat(
            FastSimMistakesTest.messages(
                FastSimMistakesTest.SMALL
                    .replace("400/s", "400")
                    .replace("1 ms", "1 m")
                    .replace("fastsim: 1", "fastsim: 3\nseed: 4")))
        .hasSize(4);
  }

  @Test
  void allMistakesInHowItFitsTogetherAreReportedAtOnce() {
    assertThat(
            FastSimMistakesTest.messages(
                FastSimMistakesTest.SMALL
                    + """
                    slas:
                      - cpuUtilization: {service: a, max: 1%}
                      - cpuUtilization: {service: b, max: 1%}
                    """))
        .hasSize(2);
  }

  @Test
  void quantitiesWithTooManyDigitsAreRefusedAtOnce() {
    String digits = "1".repeat(1_000_000);
    assertThat(
            FastSimMistakesTest.messages(FastSimMistakesTest.SMALL.replace("1 ms", digits + " ms")))
        .hasSize(1);
  }

  @Test
  void seedsOfMoreThan64BitsAreRefused() {
    assertThat(
            FastSimMistakesTest.messages(
                FastSimMistakesTest.SMALL + "simulation: {seed: 9223372036854775808}\n"))
        .hasSize(1);
  }

  private static Scenario read(String text) {
    return Samples.load("f.yml", text).scenario();
  }
}
