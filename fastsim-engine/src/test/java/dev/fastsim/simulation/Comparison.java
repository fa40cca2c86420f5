package dev.fastsim.simulation;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.RunResult;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.RequestLog.Ending;
import dev.fastsim.simulation.RequestLog.Played;
import dev.fastsim.units.Durations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One replication, played by the simulator and by the reference: when every request arrived, how it
 * ended, and all that was measured, exactly, but for the last digits of sums of doubles.
 */
final class Comparison {

  /** What is compared with the reference; the simulator, unless a test wants to see a wrong one. */
  interface Subject {
    Played play(Scenario scenario, int replication);
  }

  /** The simulator. */
  static final Subject SIMULATOR = RequestLog::play;

  final ReferenceSimulator reference;
  private final Differences differences = new Differences();

  Comparison(Subject subject, Scenario scenario, int replication) {
    this.reference = new ReferenceSimulator(scenario, replication);
    Played played;
    try {
      played = subject.play(scenario, replication);
    } catch (RuntimeException | Error failure) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      differences.add("the simulator failed: " + trace);
      return;
    }
    compareRequests(played.arrivals(), played.endings());
    compareThroughput(played.run());
    compareSeries(played.run());
    for (int i = 0; i < played.run().endpoints().size(); i++) {
      EndpointRun run = played.run().endpoints().get(i);
      differences.same("endpoint " + i, reference.called.get(i), run.name());
      compareEndpoint(run, i, reference.requests);
    }
    for (ServiceRun service : played.run().services()) {
      ReferenceService expected = reference.service(service.name());
      differences.same(
          "whether anyone may call " + service.name(),
          isCalled(expected),
          !service.calls().isEmpty());
      for (int i = 0; i < service.calls().size(); i++) {
        compareEndpoint(service.calls().get(i), i, expected.calls);
      }
    }
    ComparedLevels levels = new ComparedLevels(reference, differences);
    levels.compareCalls(played.run());
    levels.compare(played.run());
  }

  /** The most telling first; empty if there are none. */
  List<String> differences() {
    return differences.found();
  }

  private void compareRequests(List<Long> arrivals, List<Ending> endings) {
    List<ReferenceRequest> expected = reference.requests;
    differences.same("number of requests", expected.size(), endings.size());
    for (int i = 0; i < Math.min(expected.size(), endings.size()); i++) {
      ReferenceRequest request = expected.get(i);
      if (request.arrival != arrivals.get(i)) {
        String what = "arrival of request %d of %d in ns".formatted(i + 1, expected.size());
        differences.same(what, request.arrival, arrivals.get(i));
        return;
      }
      Ending ending = new Ending(request.outcome, request.end);
      if (!ending.equals(endings.get(i))) {
        differences.add(
            "request %d of %d, which arrived at %s and called '%s': expected %s, was %s"
                .formatted(
                    i + 1,
                    expected.size(),
                    Durations.exact(Duration.ofNanos(request.arrival)),
                    reference.called.get(request.endpoint),
                    ending,
                    endings.get(i)));
        return; // what comes later may well follow from it
      }
    }
  }

  /** A completion counts by when the client has the response; the warm-up's last instant is out. */
  private void compareThroughput(RunResult run) {
    List<EndpointRun> endpoints = run.endpoints();
    for (int i = 0; i < endpoints.size(); i++) {
      int endpoint = i;
      long expected =
          reference.requests.stream()
              .filter(each -> each.endpoint == endpoint && each.outcome == Outcome.COMPLETED)
              .filter(each -> each.end > reference.warmUp)
              .count();
      differences.close(
          "completions of '%s' after the warm-up".formatted(endpoints.get(i).name()),
          expected,
          endpoints.get(i).throughput() * run.measuredSeconds(),
          1e-6);
    }
  }

  /** Each interval has its end but not its start; the first has both. */
  private void compareSeries(RunResult run) {
    long interval = Math.round(run.seriesSeconds() * 1e9);
    int intervals = run.completionsPerSecond().size();
    differences.same("intervals", (reference.horizon + interval - 1) / interval, (long) intervals);
    Map<Long, Long> expected =
        reference.requests.stream()
            .filter(each -> each.outcome == Outcome.COMPLETED)
            .collect(
                Collectors.groupingBy(
                    each -> Math.max(0, each.end - 1) / interval, Collectors.counting()));
    for (long i = 0; i < intervals; i++) {
      differences.close(
          "completions in interval " + i,
          expected.getOrDefault(i, 0L),
          run.completionsPerSecond().get((int) i) * run.seriesSeconds(),
          1e-6);
    }
  }

  private boolean isCalled(ReferenceService callee) {
    return reference.scenario.services().stream()
        .flatMap(service -> service.calls().stream())
        .anyMatch(call -> call.service().equals(callee.service.name()));
  }

  private void compareEndpoint(EndpointRun run, int endpoint, List<ReferenceRequest> all) {
    String name = "'%s'".formatted(run.name());
    List<ReferenceRequest> counted =
        all.stream()
            .filter(each -> each.endpoint == endpoint && each.arrival >= reference.warmUp)
            .toList();
    differences.same("outcomes of " + name, outcomes(counted), run.outcomes());
    List<ReferenceRequest> completed =
        counted.stream().filter(each -> each.outcome == Outcome.COMPLETED).toList();
    List<Long> latencies = completed.stream().map(each -> each.end - each.arrival).toList();
    differences.times("latency of " + name, latencies, run.latency());
    compareBreakdown("time of " + name, completed, run.breakdown());
  }

  private static Outcomes outcomes(List<ReferenceRequest> counted) {
    return new Outcomes(
        counted.size(),
        counted.stream().filter(each -> each.outcome == Outcome.COMPLETED).count(),
        counted.stream().filter(each -> each.outcome == Outcome.DROPPED).count(),
        counted.stream().filter(each -> each.outcome == Outcome.REJECTED).count(),
        counted.stream().filter(each -> each.outcome == Outcome.TIMED_OUT).count(),
        counted.stream().filter(each -> each.outcome == null).count());
  }

  /** Of all requests and of the slow tail. */
  private void compareBreakdown(
      String what, List<ReferenceRequest> completed, TimeBreakdown breakdown) {
    List<String> categories = breakdown.categories();
    TimeBreakdown expected = new TimeBreakdown(categories);
    for (ReferenceRequest request : completed) {
      double[] row = expected.rowFor(request.end - request.arrival);
      request.spent.forEach((category, nanos) -> row[categories.indexOf(category)] += nanos);
    }
    for (double slowest : List.of(1.0, 0.05)) {
      Map<String, Double> shares = shares(expected, slowest);
      Map<String, Double> actual = shares(breakdown, slowest);
      String of = "%s, slowest %s: share of ".formatted(what, slowest);
      differences.same(of + "which", shares.keySet(), actual.keySet());
      shares.forEach(
          (category, share) ->
              differences.close(
                  of + category, share, actual.getOrDefault(category, 0.0), share * 1e-11));
    }
  }

  private static Map<String, Double> shares(TimeBreakdown breakdown, double slowest) {
    Map<String, Double> shares = new TreeMap<>();
    breakdown.shares(slowest).forEach(share -> shares.put(share.category(), share.share()));
    return shares;
  }
}
