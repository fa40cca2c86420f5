package dev.fastsim.simulation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ReplicaRun;
import dev.fastsim.metrics.RunResult;
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
              assertLags(scenario, run, reference);
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
      Scenario scenario, EndpointRun run, List<ReferenceSimulator.Request> completed) {
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
    for (int i = 0; i < run.services().get(0).replicas().size(); i++) {
      ReplicaRun replica = run.services().get(0).replicas().get(i);
      ReferenceSimulator.Node node = reference.nodes.get(i);
      assertSame("cores " + description, replica.coresHeld(), node.coresHeld.between(start, end));
      assertSame("ready " + description, replica.readyQueue(), node.readyQueue.between(start, end));
      assertSame("I/O " + description, replica.ioInFlight(), node.io.between(start, end));
      assertSame("ram " + description, replica.ramBytes(), node.ramInUse.between(start, end));
      assertSame(
          "memory " + description, replica.memoryQueue(), node.memoryQueue.between(start, end));
      for (int p = 0; p < run.services().get(0).pools().size(); p++) {
        PoolRun pool = run.services().get(0).pools().get(p);
        ReferenceSimulator.Connections connections = node.pools.get(p);
        assertSame(
            "pool " + description, pool.inUse().get(i), connections.inUse.between(start, end));
        assertSame(
            "waiting " + description, pool.waiting().get(i), connections.queue.between(start, end));
      }
    }
    for (int p = 0; p < run.services().get(0).pools().size(); p++) {
      int pool = p;
      assertThat(run.services().get(0).pools().get(p).timeouts())
          .as(description)
          .isEqualTo(
              reference.nodes.stream().mapToLong(node -> node.pools.get(pool).timeouts).sum());
    }
    assertMean("inside " + description, run.requestsInside(), reference.inside.between(start, end));
    assertMean(
        "in " + description,
        run.links().get(0).inFlight().mean(),
        reference.toServer.between(start, end));
    assertMean(
        "out " + description,
        run.links().get(1).inFlight().mean(),
        reference.toClient.between(start, end));
  }

  private static void assertLags(Scenario scenario, RunResult run, ReferenceSimulator reference) {
    assertThat(run.services().get(0).readyQueueLag().count())
        .as(description(scenario))
        .isEqualTo(reference.lags.size());
    if (!reference.lags.isEmpty()) {
      assertThat(run.services().get(0).readyQueueLag().mean())
          .isCloseTo(
              reference.lags.stream().mapToLong(lag -> lag).average().orElseThrow() / 1e9,
              within(1e-12));
      assertThat(run.services().get(0).readyQueueLag().max())
          .isEqualTo(reference.lags.stream().mapToLong(lag -> lag).max().orElseThrow() / 1e9);
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
            Stream.of(
                scenario.name(),
                scenario.services().get(0).server(),
                scenario.services().get(0).limiter(),
                scenario.workload()),
            Stream.concat(scenario.links().stream(), Stream.of(scenario.runs())),
            scenario.services().get(0).pools().stream(),
            scenario.endpoints().stream())
        .flatMap(parts -> parts)
        .map(Objects::toString)
        .collect(joining("\n  "));
  }
}
