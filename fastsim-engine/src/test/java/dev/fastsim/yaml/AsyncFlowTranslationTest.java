package dev.fastsim.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Exponential;
import dev.fastsim.random.LogNormal;
import dev.fastsim.random.Poisson;
import dev.fastsim.random.RectifiedNormal;
import dev.fastsim.random.Uniform;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.LoadBalancer;
import dev.fastsim.scenario.Node;
import dev.fastsim.scenario.Relay;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsyncFlowTranslationTest {

  private static final LoadedScenario BALANCED =
      ScenarioFile.load(Samples.path("asyncflow/balanced.yml"));
  private static final LoadedScenario CHAIN =
      ScenarioFile.load(Samples.path("asyncflow/chain.yml"));
  private static final LoadedScenario DIRECT =
      ScenarioFile.load(Samples.path("asyncflow/direct.yml"));

  @Test
  void theScenarioIsNamedLikeTheFile() {
    assertThat(BALANCED.scenario().name()).isEqualTo("balanced");
    assertThat(BALANCED.dialect()).isEqualTo(Dialect.ASYNCFLOW);
  }

  @Test
  void theClientIsARelayOnTheWayInAndTheEndOfTheWayOut() {
    Scenario scenario = BALANCED.scenario();
    assertThat(scenario.nodes())
        .extracting(Node::name)
        .containsExactly("left", "right", "front", "browser");
    assertThat(scenario.nodes().get(3)).isEqualTo(new Relay("browser"));
    assertThat(scenario.links())
        .extracting(link -> link.name() + ": " + link.from() + " -> " + link.to())
        .containsExactly(
            "way-in: clients -> browser",
            "to-front: browser -> front",
            "to-left: front -> left",
            "to-right: front -> right",
            "from-left: left -> clients",
            "from-right: right -> clients");
  }

  @Test
  void aGeneratorMayLeadStraightToTheLoadBalancer() {
    Scenario scenario = DIRECT.scenario();
    assertThat(scenario.nodes()).extracting(Node::name).containsExactly("a", "b", "lb");
    assertThat(scenario.links())
        .extracting(Link::name)
        .containsExactly("g-lb", "lb-a", "lb-b", "a-user", "b-user");
    assertThat(scenario.links().get(0).from()).isEqualTo(Link.CLIENTS);
  }

  @Test
  void aClientMayBeCalledWhatFastSimCallsAllOfThem() {
    assertThat(CHAIN.scenario().nodes())
        .extracting(Node::name)
        .containsExactly("app", "db", "clients, way in");
  }

  @Test
  void leastConnectionCountsWhatIsOnTheWire() {
    assertThat(BALANCED.scenario().nodes().get(2))
        .isEqualTo(new LoadBalancer("front", BalancingPolicy.FEWEST_IN_TRANSIT));
    assertThat(DIRECT.scenario().nodes().get(2))
        .isEqualTo(new LoadBalancer("lb", BalancingPolicy.ROUND_ROBIN));
  }

  @Test
  void usersAndRatesKeepTheirMeaning() {
    assertThat(BALANCED.scenario().workload())
        .isEqualTo(
            new Workload.Users(
                50, 30, Duration.ofSeconds(30), new Workload.Users.Count.RectifiedNormal(10)));
    assertThat(CHAIN.scenario().workload())
        .isEqualTo(
            new Workload.Users(
                100, 20, Duration.ofSeconds(60), new Workload.Users.Count.Poisson()));
  }

  @Test
  void serversAreSingleReplicasWithoutLimitOfTheirQueue() {
    assertThat(BALANCED.scenario().service("left").server())
        .isEqualTo(new Server(2, 512L << 20, 1, BalancingPolicy.ROUND_ROBIN, Integer.MAX_VALUE));
    assertThat(CHAIN.scenario().service("app").server())
        .isEqualTo(new Server(1, 1024L << 20, 1, BalancingPolicy.ROUND_ROBIN, Integer.MAX_VALUE));
  }

  @Test
  void stepsAreNamedByServerEndpointAndKind() {
    List<Endpoint> endpoints = BALANCED.scenario().service("left").endpoints();
    assertThat(endpoints).extracting(Endpoint::name).containsExactly("/browse", "/buy");
    assertThat(endpoints).extracting(Endpoint::weight).containsOnly(1.0);
    assertThat(endpoints.get(0).body())
        .isEqualTo(
            new Body.Fixed(
                List.of(
                    new Step.Cpu("left /browse initial_parsing", new Constant(0.002)),
                    new Step.Ram("left /browse ram", 64 << 20),
                    io("left /browse io_db", 0.010),
                    io("left /browse io_db 2", 0.004))));
  }

  @Test
  void aServerBehindAnotherKeepsEndpointsOfItsOwn() {
    assertThat(CHAIN.scenario().endpoints()).extracting(Endpoint::name).containsExactly("home");
    assertThat(CHAIN.scenario().service("db").endpoints())
        .extracting(Endpoint::name)
        .containsExactly("query", "scan");
  }

  @Test
  void serversThatOfferDifferentThingsToTheSameRequestsGetOneEndpointOfAllTheirs() {
    Scenario scenario = DIRECT.scenario();
    assertThat(scenario.endpoints()).extracting(Endpoint::name).containsExactly("all endpoints");
    assertThat(scenario.service("a").endpoints().get(0).body())
        .isEqualTo(
            new Body.Mixed(
                List.of(
                    new Body.Variant(1, List.of(io("a one io_llm", 0.1))),
                    new Body.Variant(1, List.of(io("a one io_task_spawn", 0.2))))));
  }

  @Test
  void equalNamesBecomeDifferentOnes() {
    LoadedScenario same =
        Samples.load(
            "same.yml",
            Samples.text("asyncflow/chain.yml")
                .replace("endpoint_name: scan", "endpoint_name: Query")
                .replace(
                    "steps: []", "steps: [{kind: ram, step_operation: {necessary_ram: 0.5}}]"));
    assertThat(same.scenario().service("db").endpoints())
        .extracting(Endpoint::name)
        .containsExactly("query", "query 2");
    assertThat(same.scenario().service("db").steps())
        .containsExactly(
            new Step.Cpu("db query cpu_bound_operation", new Constant(0.003)),
            new Step.Ram("db query ram", 512 << 10));
  }

  @Test
  void latenciesKeepTheMeaningOfTheirWords() {
    assertThat(latency(BALANCED, "way-in")).isEqualTo(new Exponential(0.003));
    assertThat(latency(CHAIN, "e1")).isEqualTo(new RectifiedNormal(0.01, 0.002));
    assertThat(latency(CHAIN, "e2")).isEqualTo(new LogNormal(0.5, 0.5));
    assertThat(latency(CHAIN, "e3")).isEqualTo(new Uniform(0, 1));
    assertThat(latency(CHAIN, "e4")).isEqualTo(new Poisson(0.7, 1));
  }

  @Test
  void anEdgeLosesOnePercentUnlessItSaysOtherwise() {
    assertThat(BALANCED.scenario().links())
        .extracting(Link::loss)
        .containsExactly(0.01, 0.0, 0.01, 0.01, 0.01, 0.01);
  }

  @Test
  void eventsAreFaults() {
    assertThat(BALANCED.scenario().faults())
        .containsExactly(
            new Fault.LatencySpike(
                "to-front", Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(10)),
            new Fault.Outage(
                "left",
                Fault.Outage.ALL,
                Fault.Outage.Mode.DRAIN,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10)));
  }

  @Test
  void theWholeRunIsMeasured() {
    RunPlan plan = RunPlan.DEFAULT;
    assertThat(BALANCED.scenario().runs())
        .isEqualTo(
            new RunPlan(
                Duration.ofSeconds(120),
                Duration.ZERO,
                1,
                plan.replications(),
                plan.maxReplications()));
    assertThat(CHAIN.scenario().runs().duration()).isEqualTo(Duration.ofHours(1));
    assertThat(DIRECT.scenario().runs().duration()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void whatMayNotMeanWhatItsWriterThinksIsAWarning() {
    assertThat(messages(BALANCED)).hasSize(1);
    assertThat(messages(BALANCED).get(0))
        .contains(
            "balanced.yml:4:64: rqs_input.avg_active_users.variance: found 10, expected a standard"
                + " deviation; it is taken for one");
    assertThat(messages(CHAIN))
        .satisfiesExactly(
            normal -> assertThat(normal).contains("edges[0].latency.variance: found 0.002"),
            logNormal -> assertThat(logNormal).contains("edges[1].latency.distribution"),
            uniform -> assertThat(uniform).contains("edges[2].latency.distribution"),
            poisson ->
                assertThat(poisson)
                    .contains("edges[3].latency: found no distribution, which is poisson"));
    assertThat(messages(DIRECT))
        .satisfiesExactly(
            users -> assertThat(users).contains("avg_active_users.variance: found 3"),
            pool -> assertThat(pool).contains("db_connection_pool: found 5"),
            probability -> assertThat(probability).contains("probability: found 0.9"),
            spawn -> assertThat(spawn).contains("found \"io_task_spawn\", expected a wait"),
            idle -> assertThat(idle).contains("edges[1].id: found \"user-lb\""));
  }

  private static List<String> messages(LoadedScenario loaded) {
    return loaded.warnings().stream().map(YamlMistake::message).toList();
  }

  private static Distribution latency(LoadedScenario loaded, String link) {
    return loaded.scenario().links().stream()
        .filter(each -> each.name().equals(link))
        .findFirst()
        .orElseThrow()
        .latency();
  }

  private static Step io(String name, double seconds) {
    return new Step.Io(name, new Constant(seconds), Optional.empty(), false);
  }
}
