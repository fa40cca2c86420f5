package dev.fastsim.scenario;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static dev.fastsim.scenario.ScenarioBuilder.ram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fastsim.random.Constant;
import dev.fastsim.random.Exponential;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioBuilderTest {

  @Test
  void whatIsNotSetKeepsTheDefault() {
    assertThat(Scenario.builder("shop").poissonArrivals(10).endpoint("buy").build())
        .isEqualTo(
            new Scenario(
                "shop",
                List.of(
                    new Service(
                        "shop",
                        new Server(
                            1, Server.UNLIMITED, 1, BalancingPolicy.ROUND_ROBIN, Integer.MAX_VALUE),
                        List.of(),
                        Optional.empty(),
                        List.of(
                            new Endpoint("buy", 1, Optional.empty(), new Body.Fixed(List.of()))))),
                List.of(
                    new Link("clients -> shop", "clients", "shop", new Constant(0), 0),
                    new Link("shop -> clients", "shop", "clients", new Constant(0), 0)),
                new Workload.OpenRate(10, Workload.OpenRate.Spacing.POISSON),
                List.of(),
                List.of(),
                RunPlan.DEFAULT));
  }

  @Test
  void whatIsSetIsKept() {
    Network there = new Network(new Constant(0.001), 0);
    Network back = new Network(new Constant(0.002), 0.5);
    Scenario scenario =
        Scenario.builder("shop")
            .cores(2)
            .ram(1000)
            .replicas(3, BalancingPolicy.RANDOM)
            .maxQueue(4)
            .pool("db", 5, Duration.ofSeconds(6))
            .rateLimiter(new RateLimiter(7, 8))
            .network(there, back)
            .poissonArrivals(9)
            .endpoint(
                "buy",
                cpu("a", "1 ms"),
                io("b", "exponential(2 ms)", "db"),
                blockingIo("c", "3 ms"),
                ram("d", 4))
            .build();
    assertThat(scenario.services().get(0).server())
        .isEqualTo(new Server(2, 1000, 3, BalancingPolicy.RANDOM, 4));
    assertThat(scenario.services().get(0).pools())
        .containsExactly(new ConnectionPool("db", 5, Duration.ofSeconds(6)));
    assertThat(scenario.services().get(0).limiter()).contains(new RateLimiter(7, 8));
    assertThat(scenario.links())
        .containsExactly(
            Link.between(Link.CLIENTS, "shop", there), Link.between("shop", Link.CLIENTS, back));
    assertThat(scenario.steps())
        .containsExactly(
            new Step.Cpu("a", new Constant(0.001)),
            new Step.Io("b", new Exponential(0.002), Optional.of("db"), false),
            new Step.Io("c", new Constant(0.003), Optional.empty(), true),
            new Step.Ram("d", 4));
  }

  @Test
  void meanRateOfUsersIsTheirNumberTimesTheirRequestsPerMinuteOverSixty() {
    assertThat(
            new Workload.Users(30, 20, Duration.ofSeconds(60), new Workload.Users.Count.Poisson())
                .meanRate())
        .isEqualTo(10);
  }

  @Test
  void shorterRunsHaveAsMuchLessWarmUp() {
    RunPlan plan = new RunPlan(Duration.ofMinutes(5), Duration.ofSeconds(30), 1, 2, 3);
    assertThat(plan.withDuration(Duration.ofSeconds(20)).warmUp()).contains(Duration.ofSeconds(2));
    assertThat(plan.withDuration(Duration.ofHours(1)).warmUp()).contains(Duration.ofSeconds(30));
    assertThatThrownBy(() -> plan.withDuration(Duration.ZERO))
        .hasMessage("duration must be longer than 0 and at most 365 d, but is 0 ns");
  }

  @Test
  void runPlansAndMachinesCanBeExchanged() {
    Scenario scenario = Scenario.builder("shop").poissonArrivals(10).endpoint("buy").build();
    RunPlan plan = RunPlan.DEFAULT.withSeed(5).withReplications(3);
    assertThat(scenario.withRuns(plan).runs())
        .isEqualTo(new RunPlan(RunPlan.DEFAULT.duration(), RunPlan.DEFAULT.warmUp(), 5, 3, 3));
    Server machines = new Server(8, 100, 1, BalancingPolicy.RANDOM, 0);
    Service shop = scenario.service("shop").withServer(machines);
    assertThat(scenario.withService(shop).services()).containsExactly(shop);
  }
}
