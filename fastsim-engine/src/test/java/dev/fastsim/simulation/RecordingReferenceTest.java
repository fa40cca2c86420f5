package dev.fastsim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.Core;
import dev.fastsim.timeline.Place;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is recorded of whole replications of random scenarios, against the reference simulator: each
 * request's times to the nanosecond, and each queue and core over time.
 */
class RecordingReferenceTest {

  /** A scenario's replication, recorded and played by the reference. */
  private record Pair(Scenario scenario, ReferenceSimulator reference, List<RecordedRequest> all) {

    static Pair of(long seed) {
      Scenario scenario = RandomScenarios.of(seed);
      int replication = Campaign.replication(seed);
      long horizon = scenario.runs().duration().toNanos();
      Recorder recorder =
          new Recorder(scenario, new Selection.Inside(0, horizon, Integer.MAX_VALUE, 0));
      Simulation.record(scenario, replication, recorder, () -> false);
      return new Pair(scenario, new ReferenceSimulator(scenario, replication), recorder.recorded());
    }

    String name() {
      return scenario.name();
    }
  }

  private static final int SCENARIOS = 120;
  private static final List<Pair> PAIRS = new ArrayList<>();

  @BeforeAll
  static void play() {
    PAIRS.addAll(LongStream.range(0, SCENARIOS).parallel().mapToObj(Pair::of).toList());
  }

  @Test
  void everyRequestIsThereWithItsArrivalItsEndAndItsOutcome() {
    for (Pair pair : PAIRS) {
      List<String> expected = new ArrayList<>();
      for (ReferenceRequest request : pair.reference.requests) {
        long end = request.outcome == null ? pair.reference.horizon : request.end;
        expected.add(
            text(pair.reference.called.get(request.endpoint), request.arrival, end)
                + request.outcome);
      }
      assertThat(pair.all)
          .as(pair.name())
          .extracting(
              each ->
                  text(each.endpoint(), each.arrival().toNanos(), each.end().toNanos())
                      + each.outcome().orElse(null))
          .containsExactlyElementsOf(expected);
    }
  }

  private static String text(String endpoint, long arrival, long end) {
    return "%s from %d to %d: ".formatted(endpoint, arrival, end);
  }

  @Test
  void spansFollowEachOtherFromArrivalToEnd() {
    for (Pair pair : PAIRS) {
      for (RecordedRequest request : pair.all) {
        Duration time = request.arrival();
        for (Span span : request.spans()) {
          assertThat(span.start()).as("%s: %s", pair.name(), request).isEqualTo(time);
          assertThat(span.length()).as("%s: %s", pair.name(), request).isPositive();
          time = span.end();
        }
        assertThat(time).as("%s: %s", pair.name(), request).isEqualTo(request.end());
      }
    }
  }

  @Test
  void completedRequestsSpentTheirTimeOnWhatTheReferenceSays() {
    int compared = 0;
    for (Pair pair : PAIRS) {
      Set<String> computing =
          pair.scenario.steps().stream()
              .filter(Step.Cpu.class::isInstance)
              .map(Step::name)
              .collect(Collectors.toCollection(HashSet::new));
      computing.add(WaitNames.SLOWDOWN);
      for (RecordedRequest request : pair.all) {
        ReferenceRequest expected = pair.reference.requests.get(request.number() - 1);
        if (expected.outcome == Outcome.COMPLETED) {
          assertThat(together(recorded(request), computing))
              .as("%s: %s", pair.name(), request)
              .isEqualTo(together(expected.spent, computing));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  private static Map<String, Long> recorded(RecordedRequest request) {
    Map<String, Long> spent = new HashMap<>();
    for (Span span : request.spans()) {
      String category =
          switch (span.activity()) {
            case NETWORK -> WaitNames.NETWORK;
            case POOL_WAIT -> WaitNames.pool(span.name());
            case MEMORY_WAIT, READY, RUNNING, BLOCKING_IO, IO -> span.name();
          };
      spent.merge(category, span.length().toNanos(), Long::sum);
    }
    return spent;
  }

  /** Computing steps are one category with what a slow core adds to them; nothing takes no time. */
  private static Map<String, Long> together(Map<String, Long> spent, Set<String> computing) {
    Map<String, Long> sums = new TreeMap<>();
    spent.forEach(
        (name, nanos) -> sums.merge(computing.contains(name) ? "cpu" : name, nanos, Long::sum));
    sums.values().removeIf(nanos -> nanos == 0);
    return sums;
  }

  @Test
  void queuesAndCoresAreAsFullAsTheReferenceSaysInEachQuarter() {
    for (Pair pair : PAIRS) {
      long horizon = pair.reference.horizon;
      for (ReferenceService service : pair.reference.services.values()) {
        for (int i = 0; i < service.replicas.size(); i++) {
          Place place = new Place(service.service.name(), i + 1);
          RecordedLevels levels = new RecordedLevels(pair.all, place);
          for (int quarter = 0; quarter < 4; quarter++) {
            long start = horizon * quarter / 4;
            long end = horizon * (quarter + 1) / 4;
            compare(pair, service.replicas.get(i), levels, place, start, end);
          }
        }
      }
    }
  }

  private static void compare(
      Pair pair,
      ReferenceReplica replica,
      RecordedLevels levels,
      Place place,
      long start,
      long end) {
    String where = "%s, %s: ".formatted(pair.name(), place);
    same(where + "cores", replica.coresHeld.between(start, end), levels.coresHeld(start, end));
    same(where + "ready", replica.readyQueue.between(start, end), levels.ready(start, end));
    same(where + "I/O", replica.io.between(start, end), levels.io(start, end));
    same(where + "memory", replica.memoryQueue.between(start, end), levels.memoryWaits(start, end));
    for (ReferencePool pool : replica.pools) {
      ConnectionPool its = pool.pool;
      same(
          where + its.name(),
          pool.queue.between(start, end),
          levels.poolWaits(its.name(), start, end));
    }
  }

  private static void same(String what, Level expected, Level actual) {
    assertThat(actual.mean()).as(what).isCloseTo(expected.mean(), within(1e-9));
    assertThat(actual.max()).as(what).isEqualTo(expected.max());
  }

  @Test
  void aCoreIsHeldByOneRequestAtATime() {
    Set<Activity> seen = new HashSet<>();
    for (Pair pair : PAIRS) {
      Map<Core, List<Span>> held =
          pair.all.stream()
              .flatMap(request -> request.spans().stream())
              .filter(span -> span.core().isPresent())
              .collect(Collectors.groupingBy(span -> span.heldCore().orElseThrow()));
      assertThat(Recorder.cores(pair.scenario)).as(pair.name()).containsAll(held.keySet());
      held.forEach(
          (core, spans) -> {
            spans.sort(Comparator.comparing(Span::start));
            for (int i = 1; i < spans.size(); i++) {
              assertThat(spans.get(i).start())
                  .as("%s: %s", pair.name(), core)
                  .isGreaterThanOrEqualTo(spans.get(i - 1).end());
            }
            spans.forEach(span -> seen.add(span.activity()));
          });
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(Activity.RUNNING, Activity.BLOCKING_IO, Activity.POOL_WAIT);
  }
}
