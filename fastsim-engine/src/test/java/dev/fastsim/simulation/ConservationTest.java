package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is lost and nothing appears, in any of many random scenarios. */
class ConservationTest {

  private static void forEachScenario(Consumer<Scenario> check) {
    RandomScenarios.first(250).forEach(check);
  }

  private static Scenario withoutWarmUp(Scenario scenario) {
    RunPlan runs = scenario.runs();
    return scenario.withRuns(new RunPlan(runs.duration(), Duration.ZERO, runs.seed(), 1, 1));
  }

  @Test
  void outcomesAddUpForEachEndpointAndInTotal() {
    Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    forEachScenario(
        scenario -> {
          RunResult run = Simulation.run(scenario, 0, () -> false);
          for (EndpointRun endpoint : run.endpoints()) {
            assertThat(endpoint.outcomes().addUp()).as(scenario.toString()).isTrue();
            assertThat(endpoint.latency().count()).isEqualTo(endpoint.outcomes().completed());
          }
          assertThat(run.outcomes().addUp()).isTrue();
          RequestLog.of(scenario, 0).stream()
              .map(RequestLog.Ending::outcome)
              .filter(outcome -> outcome != null)
              .forEach(seen::add);
        });
    assertThat(seen).as("the scenarios show every outcome").containsOnly(Outcome.values());
  }

  @Test
  void withoutWarmUpEveryArrivalIsOffered() {
    forEachScenario(
        scenario -> {
          Scenario whole = withoutWarmUp(scenario);
          RunResult run = Simulation.run(whole, 0, () -> false);
          assertThat(run.outcomes().offered()).isEqualTo(RequestLog.of(whole, 0).size());
        });
  }

  @Test
  void warmUpHidesRequestsButDoesNotChangeTheirCourse() {
    forEachScenario(
        scenario ->
            assertThat(RequestLog.of(scenario, 0))
                .as(scenario.toString())
                .isEqualTo(RequestLog.of(withoutWarmUp(scenario), 0)));
  }

  /** Little's law over a finite time, in which it is an identity (Little 1961; Stidham 1974). */
  @Test
  void numberInsideTimesTheDurationIsTheTimeAllRequestsSpentInside() {
    forEachScenario(
        scenario -> {
          Scenario whole = withoutWarmUp(scenario);
          long horizon = whole.runs().duration().toNanos();
          double inside = 0;
          List<RequestLog.Ending> endings = RequestLog.of(whole, 0);
          List<ReferenceRequest> arrivals = new ReferenceSimulator(whole, 0).requests;
          for (int i = 0; i < endings.size(); i++) {
            long end = endings.get(i).outcome() == null ? horizon : endings.get(i).time();
            inside += end - arrivals.get(i).arrival;
          }
          RunResult run = Simulation.run(whole, 0, () -> false);
          assertThat(run.requestsInside() * horizon)
              .as(scenario.toString())
              .isCloseTo(inside, withinPercentage(1e-9));
        });
  }

  @Test
  void levelsStayWithinTheirBounds() {
    forEachScenario(
        scenario -> {
          RunResult run = Simulation.run(scenario, 0, () -> false);
          for (int i = 0; i < run.services().size(); i++) {
            assertWithinBounds(run.services().get(i), scenario.services().get(i));
          }
        });
  }

  private static void assertWithinBounds(ServiceRun run, Service service) {
    for (ReplicaRun replica : run.replicas()) {
      assertWithin(replica.coresHeld(), service.server().cores());
      assertWithin(replica.ramBytes(), service.server().ramBytes());
      Stream.of(replica.readyQueue(), replica.ioInFlight(), replica.memoryQueue())
          .forEach(level -> assertWithin(level, Double.MAX_VALUE));
    }
    for (int i = 0; i < run.pools().size(); i++) {
      PoolRun pool = run.pools().get(i);
      double size = service.pools().get(i).size();
      pool.inUse().forEach(level -> assertWithin(level, size));
      pool.waiting().forEach(level -> assertWithin(level, Double.MAX_VALUE));
    }
  }

  private static void assertWithin(Level level, double most) {
    assertThat(level.mean()).isBetween(0.0, level.max());
    assertThat(level.max()).isLessThanOrEqualTo(most);
  }
}
