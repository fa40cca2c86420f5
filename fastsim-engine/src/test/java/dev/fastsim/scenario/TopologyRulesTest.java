package dev.fastsim.scenario;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fastsim.random.Constant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopologyRulesTest {

  private static ScenarioBuilder shop() {
    return Scenario.builder("shop").poissonArrivals(10);
  }

  private static ScenarioBuilder withService(ScenarioBuilder scenario, String name) {
    return scenario.service(name, it -> it.endpoint("GET /", cpu("compute", "1 ms")));
  }

  private static List<String> mistakes(ScenarioBuilder scenario) {
    return catchThrowableOfType(InvalidScenarioException.class, scenario::build).mistakes();
  }

  @Test
  void aChainBehindABalancerIsFine() {
    Scenario scenario =
        withService(withService(withService(shop(), "a"), "b"), "c")
            .balancer("lb", BalancingPolicy.LEAST_CONNECTIONS)
            .node(new Relay("proxy"))
            .link("clients", "lb", "0 ms")
            .link("lb", "proxy", "0 ms")
            .link("proxy", "a", "0 ms")
            .link("lb", "b", "0 ms")
            .link("a", "c", "0 ms")
            .link("b", "c", "0 ms")
            .link("c", "clients", "0 ms")
            .build();
    assertThat(scenario.entryServices()).extracting(Service::name).containsExactly("a", "b");
    assertThat(scenario.endpoints()).extracting(Endpoint::name).containsExactly("GET /");
    assertThat(scenario.steps()).hasSize(1);
  }

  @Test
  void severalServicesNeedLinks() {
    assertThat(mistakes(withService(withService(shop(), "a"), "b")))
        .containsExactly(
            "0 links leave 'clients', but requests need exactly one way in; put a load balancer behind it",
            "no link leaves 'a', so what reaches it is stuck; add one, to 'clients' or to a node",
            "no link leaves 'b', so what reaches it is stuck; add one, to 'clients' or to a node",
            "no request can reach 'a'; add a link to it, call it, or leave it out",
            "no request can reach 'b'; add a link to it, call it, or leave it out");
  }

  @Test
  void namesAreUniqueAndClientsIsReserved() {
    assertThat(mistakes(withService(withService(shop(), "a"), "a").node(new Relay("clients"))))
        .containsExactly(
            "there are two nodes named 'a'",
            "a node is named 'clients', which is where requests come from; give it another name");
  }

  @Test
  void linksJoinNodesThatThereAreAndEachPairOnce() {
    assertThat(
            mistakes(
                withService(shop(), "a")
                    .link("clients", "a", "0 ms")
                    .link(new Link("again", "clients", "a", new Constant(0), 0))
                    .link("a", "z", "0 ms")))
        .containsExactly(
            "there are two links from 'clients' to 'a'; keep one",
            "link 'a -> z' joins 'z', but there is no such node; there is [a] and clients");
  }

  @Test
  void onlyBalancersChoose() {
    assertThat(
            mistakes(
                withService(withService(shop(), "a"), "b")
                    .link("clients", "a", "0 ms")
                    .link("a", "clients", "0 ms")
                    .link("a", "b", "0 ms")
                    .link("b", "clients", "0 ms")))
        .containsExactly("2 links leave 'a', but only a load balancer can choose between links");
  }

  @Test
  void requestsDoNotGoRoundInCircles() {
    assertThat(
            mistakes(
                withService(withService(shop(), "a"), "b")
                    .link("clients", "a", "0 ms")
                    .link("a", "b", "0 ms")
                    .link("b", "a", "0 ms")))
        .containsExactly("requests could go round in circles through [a, b]");
  }

  @Test
  void everyRequestReachesAService() {
    assertThat(
            mistakes(
                withService(shop(), "a")
                    .balancer("lb", BalancingPolicy.RANDOM)
                    .link("clients", "lb", "0 ms")
                    .link("lb", "a", "0 ms")
                    .link("lb", "clients", "0 ms")
                    .link("a", "clients", "0 ms")))
        .containsExactly("a request can return to 'clients' without reaching a service");
  }

  @Test
  void servicesOfTheSameRequestsOfferTheSameEndpoints() {
    assertThat(
            mistakes(
                withService(shop(), "a")
                    .service("b", b -> b.endpoint("GET /b"))
                    .balancer("lb", BalancingPolicy.RANDOM)
                    .link("clients", "lb", "0 ms")
                    .link("lb", "a", "0 ms")
                    .link("lb", "b", "0 ms")
                    .link("a", "clients", "0 ms")
                    .link("b", "clients", "0 ms")))
        .containsExactly(
            "'a' and 'b' are reached by the same requests, so they need the same endpoints with the same weights, but have {GET /=1.0} and {GET /b=1.0}");
  }

  @Test
  void countingBalancerNeedsServicesToCountIn() {
    assertThat(
            mistakes(
                withService(shop(), "a")
                    .balancer("outer", BalancingPolicy.LEAST_CONNECTIONS)
                    .balancer("inner", BalancingPolicy.RANDOM)
                    .link("clients", "outer", "0 ms")
                    .link("outer", "inner", "0 ms")
                    .link("inner", "a", "0 ms")
                    .link("a", "clients", "0 ms")))
        .containsExactly(
            "load balancer 'outer' counts requests (LEAST_CONNECTIONS), but link 'outer -> inner' leads to 'inner', which is no service; use ROUND_ROBIN or RANDOM");
  }

  @Test
  void oneServiceIsEitherNamedOrNot() {
    assertThat(mistakes(withService(shop(), "a").cores(2)))
        .containsExactly(
            "one service is described without a name, and others by name; name each with service(...)");
  }

  @Test
  void stepsOfOneNameAreTheSameInAllServices() {
    assertThat(
            mistakes(
                withService(shop(), "a")
                    .service("b", b -> b.endpoint("GET /", cpu("compute", "2 ms")))
                    .link("clients", "a", "0 ms")
                    .link("a", "b", "0 ms")
                    .link("b", "clients", "0 ms")))
        .singleElement()
        .asString()
        .startsWith("there are two different steps named 'compute': ");
  }

  @Test
  void objectivesLimitWhatThereIs() {
    Statistic mean = new Statistic.Mean();
    assertThat(
            mistakes(
                withService(shop(), "a")
                    .objective(new Metric.Latency(Optional.of("GET /x"), mean), 1)
                    .objective(new Metric.CpuUtilization("b"), 0.5)
                    .objective(new Metric.RamUtilization("a"), 0.5)
                    .objective(new Metric.PoolUtilization("a", "db"), 0.5)
                    .objective(new Metric.Latency(Optional.empty(), mean), 1)
                    .objective(new Metric.Latency(Optional.empty(), mean), 2)))
        .containsExactly(
            "the objective 'mean <= 1 s' refers to endpoint 'GET /x', but there is only GET /",
            "the objective 'cpu utilization <= 50%' refers to service 'b', but there is only a",
            "the objective 'ram utilization <= 50%' limits the memory of 'a', which has memory without limit",
            "the objective 'pool db utilization <= 50%' refers to pool 'db', but there is none",
            "there are two objectives named 'mean'");
  }
}
