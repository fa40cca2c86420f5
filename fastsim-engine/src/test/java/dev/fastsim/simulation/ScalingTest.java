package dev.fastsim.simulation;

import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.experiment.Experiment;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.ReplicaCount;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.scenario.Autoscaler;
import dev.fastsim.scenario.BalancingPolicy;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.InvalidScenarioException;
import dev.fastsim.scenario.Prices;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work for two cores, and a target of 50%: four replicas are right. */
class ScalingTest {

  private static ScenarioBuilder service(int replicas, Duration coldStart) {
    return Scenario.builder("shop")
        .workload(new Workload.OpenRate(40, Spacing.CONSTANT))
        .replicas(replicas, BalancingPolicy.ROUND_ROBIN)
        .autoscaler(Autoscaler.of(1, 10, 0.5).withColdStart(coldStart))
        .endpoint("GET /", cpu("compute", "50 ms"))
        .runs(new RunPlan(Duration.ofMinutes(20), Duration.ZERO, 1, 1, 1));
  }

  private static ServiceRun run(Scenario scenario) {
    return Simulation.run(scenario, 0, () -> false).services().get(0);
  }

  @Test
  void replicasComeUntilTheTargetIsMetAndGoWhenTheyWereTooMany() {
    ServiceRun run = run(service(1, Duration.ZERO).build());
    assertThat(run.scaling())
        .startsWith(
            new ReplicaCount(0, 1, 1), new ReplicaCount(15, 2, 2), new ReplicaCount(30, 4, 4));
    ReplicaCount last = run.scaling().get(run.scaling().size() - 1);
    assertThat(last.replicas()).isEqualTo(4);
    assertThat(run.running().max()).as("while the backlog lasts").isGreaterThan(4);
  }

  /** Two replicas that start are enough for a ratio of 1: (100% x 1 / 2) / 50%. */
  @Test
  void newReplicaTakesRequestsAfterItsColdStart() {
    ServiceRun run = run(service(1, Duration.ofSeconds(20)).build());
    assertThat(run.scaling())
        .startsWith(
            new ReplicaCount(0, 1, 1), new ReplicaCount(15, 2, 1), new ReplicaCount(35, 2, 2));
    assertThat(run.replicas().get(1).coresHeld().mean()).isLessThan((1200 - 35) / 1200.0);
  }

  @Test
  void numberThatIsRightStays() {
    ServiceRun run = run(service(4, Duration.ofSeconds(20)).build());
    assertThat(run.scaling()).containsExactly(new ReplicaCount(0, 4, 4));
    assertThat(run.running().mean()).isEqualTo(4);
  }

  /** Held cores over the cores of the replicas there were; the work is that of two cores. */
  @Test
  void utilizationIsOfTheReplicasThatThereAre() {
    SimulationResult result = Experiment.run(service(8, Duration.ofSeconds(20)).build());
    double replicas = result.server().replicas().value();
    assertThat(replicas).as("8 for 5 min, then 4").isBetween(4.5, 5.5);
    assertThat(result.server().cpuUtilization().value()).isCloseTo(2 / replicas, within(0.002));
    assertThat(result.summary()).contains("server shop: 1 to 10 replicas of 1 core");
    assertThat(result.toJson()).contains("\"firstReplication\"", "\"ready\"");
  }

  @Test
  void costIsOfTheReplicasThatThereWere() {
    SimulationResult result =
        Experiment.run(service(8, Duration.ofSeconds(20)).prices(new Prices(0.5, 0, 0, 0)).build());
    double replicas = result.server().replicas().value();
    assertThat(result.cost().orElseThrow().perHour().value())
        .isCloseTo(0.5 * replicas, within(1e-9));
  }

  /** All that arrive are served by whoever was asked, though replicas go. */
  @Test
  void replicaThatGoesServesWhatItHas() {
    ServiceRun run = run(service(8, Duration.ofSeconds(20)).build());
    double held = run.replicas().stream().mapToDouble(each -> each.coresHeld().mean()).sum();
    assertThat(held).isCloseTo(2, within(0.001));
  }

  @Test
  void startMustBeWithinTheBounds() {
    assertThatThrownBy(() -> service(11, Duration.ZERO).build())
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining(
            "'shop' starts with 11 replicas, but its autoscaler keeps them from 1 to 10");
  }

  @Test
  void outageOfReplicasThatComeAndGoIsRefused() {
    assertThatThrownBy(
            () ->
                service(2, Duration.ZERO)
                    .fault(
                        new Fault.Outage(
                            "shop",
                            1,
                            Fault.Outage.Mode.DRAIN,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1)))
                    .build())
        .isInstanceOf(InvalidScenarioException.class)
        .hasMessageContaining("outages need a fixed number of replicas");
  }
}
