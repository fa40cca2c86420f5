package dev.fastsim.simulation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.LinkRun;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The simulator against a slow and obvious one, exactly, over many random scenarios. */
class ReferenceTest {

  private static final int SCENARIOS = 500;

  @Test
  void everyRequestEndsAtTheSameNanosecondInTheSameWay() {
    RandomScenarios.first(SCENARIOS)
        .parallel()
        .forEach(
            scenario -> {
              List<RequestLog.Ending> endings = RequestLog.of(scenario, 0);
              List<RequestLog.Ending> expected =
                  new ReferenceSimulator(scenario, 0)
                      .requests.stream()
                          .map(each -> new RequestLog.Ending(each.outcome, each.end))
                          .toList();
              int first =
                  IntStream.range(0, expected.size())
                      .filter(i -> !expected.get(i).equals(endings.get(i)))
                      .findFirst()
                      .orElse(0);
              assertThat(endings)
                  .as("request %d of%n%s", first, description(scenario))
                  .isEqualTo(expected);
            });
  }

  @Test
  void everyGaugeShowsWhatAListOfAllChangesShows() {
    RandomScenarios.first(SCENARIOS)
        .parallel()
        .forEach(
            scenario -> {
              RunResult run = Simulation.run(scenario, 1, () -> false);
              ReferenceSimulator reference = new ReferenceSimulator(scenario, 1);
              assertGauges(scenario, run, reference);
              for (int i = 0; i < run.services().size(); i++) {
                assertLags(
                    scenario,
                    run.services().get(i),
                    List.copyOf(reference.services.values()).get(i).lags);
              }
            });
  }

  /** A completion counts by when the client has the response; the warm-up's last instant is out. */
  @Test
  void throughputAndSeriesCountTheResponsesReceivedInTime() {
    RandomScenarios.first(SCENARIOS)
        .parallel()
        .forEach(
            scenario -> {
              RunResult run = Simulation.run(scenario, 0, () -> false);
              List<Long> ends =
                  new ReferenceSimulator(scenario, 0)
                      .requests.stream()
                          .filter(each -> each.outcome == Outcome.COMPLETED)
                          .map(each -> each.end)
                          .toList();
              long warmUp = scenario.runs().warmUp().toNanos();
              assertThat(run.throughput() * run.measuredSeconds())
                  .as(description(scenario))
                  .isCloseTo(ends.stream().filter(end -> end > warmUp).count(), within(1e-6));
              assertThat(run.completionsPerSecond().stream().mapToDouble(rate -> rate).sum())
                  .isEqualTo(ends.size());
            });
  }

  @Test
  void timesSpentInEachPlaceAddUpToTheLatencies() {
    RandomScenarios.first(SCENARIOS)
        .parallel()
        .forEach(
            scenario -> {
              RunResult run = Simulation.run(scenario, 0, () -> false);
              ReferenceSimulator reference = new ReferenceSimulator(scenario, 0);
              for (int i = 0; i < run.endpoints().size(); i++) {
                assertBreakdown(scenario, run.endpoints().get(i), reference.completed(i));
              }
            });
  }

  private static void assertBreakdown(
      Scenario scenario, EndpointRun run, List<ReferenceRequest> completed) {
    long total = completed.stream().mapToLong(each -> each.end - each.arrival).sum();
    assertThat(run.latency().count()).isEqualTo(completed.size());
    if (total > 0) {
      Map<String, Long> spent = new HashMap<>();
      completed.forEach(
          each -> each.spent.forEach((place, nanos) -> spent.merge(place, nanos, Long::sum)));
      spent.values().removeIf(nanos -> nanos == 0);
      assertThat(run.latency().mean())
          .isCloseTo(total / 1e9 / completed.size(), withinPercentage(1e-9));
      Map<String, Double> shares = new HashMap<>();
      run.breakdown().shares(1).forEach(share -> shares.put(share.category(), share.share()));
      assertThat(shares).as(description(scenario)).containsOnlyKeys(spent.keySet());
      spent.forEach(
          (place, nanos) ->
              assertThat(shares.get(place))
                  .as(place + " " + description(scenario))
                  .isCloseTo((double) nanos / total, withinPercentage(1e-9)));
    }
  }

  private static void assertGauges(Scenario scenario, RunResult run, ReferenceSimulator reference) {
    long start = scenario.runs().warmUp().toNanos();
    long end = scenario.runs().duration().toNanos();
    String description = description(scenario);
    for (int i = 0; i < run.services().size(); i++) {
      assertGauges(
          run.services().get(i),
          List.copyOf(reference.services.values()).get(i),
          start,
          end,
          description);
    }
    assertMean("inside " + description, run.requestsInside(), reference.inside.between(start, end));
    for (int i = 0; i < run.links().size(); i++) {
      LinkRun link = run.links().get(i);
      ReferenceLink expected = reference.network.links.get(i);
      String what = link.name() + " " + description;
      assertMean(what, link.inFlight().mean(), expected.inFlight.between(start, end));
      assertThat(link.lost()).as(what).isEqualTo(expected.lost);
    }
  }

  private static void assertGauges(
      ServiceRun service, ReferenceService expected, long start, long end, String description) {
    for (int i = 0; i < service.replicas().size(); i++) {
      ReplicaRun replica = service.replicas().get(i);
      ReferenceReplica node = expected.replicas.get(i);
      String which = service.name() + " " + i + " " + description;
      assertSame("cores " + which, replica.coresHeld(), node.coresHeld.between(start, end));
      assertSame("ready " + which, replica.readyQueue(), node.readyQueue.between(start, end));
      assertSame("I/O " + which, replica.ioInFlight(), node.io.between(start, end));
      assertSame("ram " + which, replica.ramBytes(), node.ramInUse.between(start, end));
      assertSame("memory " + which, replica.memoryQueue(), node.memoryQueue.between(start, end));
      for (int p = 0; p < service.pools().size(); p++) {
        PoolRun pool = service.pools().get(p);
        ReferencePool connections = node.pools.get(p);
        assertSame("pool " + which, pool.inUse().get(i), connections.inUse.between(start, end));
        assertSame(
            "waiting " + which, pool.waiting().get(i), connections.queue.between(start, end));
      }
    }
    for (int p = 0; p < service.pools().size(); p++) {
      int pool = p;
      assertThat(service.pools().get(p).timeouts())
          .as(description)
          .isEqualTo(
              expected.replicas.stream().mapToLong(node -> node.pools.get(pool).timeouts).sum());
    }
  }

  private static void assertLags(Scenario scenario, ServiceRun service, List<Long> lags) {
    assertThat(service.readyQueueLag().count()).as(description(scenario)).isEqualTo(lags.size());
    if (!lags.isEmpty()) {
      assertThat(service.readyQueueLag().mean())
          .isCloseTo(
              lags.stream().mapToLong(lag -> lag).average().orElseThrow() / 1e9, within(1e-12));
      assertThat(service.readyQueueLag().max())
          .isEqualTo(lags.stream().mapToLong(lag -> lag).max().orElseThrow() / 1e9);
    }
  }

  private static void assertSame(String what, Level level, Level expected) {
    assertMean(what, level.mean(), expected);
    assertThat(level.max()).as(what).isEqualTo(expected.max());
  }

  private static void assertMean(String what, double mean, Level expected) {
    assertThat(mean).as(what).isCloseTo(expected.mean(), within(1e-9 * (1 + expected.max())));
  }

  private static String description(Scenario scenario) {
    return Stream.of(
            Stream.of(scenario.name(), scenario.workload(), scenario.runs()),
            scenario.nodes().stream(),
            scenario.links().stream(),
            scenario.faults().stream())
        .flatMap(parts -> parts)
        .map(Objects::toString)
        .collect(joining("\n  "));
  }
}
