package dev.fastsim.simulation;

import dev.fastsim.scenario.Scenario;
import dev.fastsim.simulation.SlowestRequests.Slow;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Plays a replication once more to write down what requests did. It is the same replication: the
 * same requests at the same times. Which request is slow is known only in the end, so that these
 * are looked for in a first pass.
 */
public final class Recording {

  /** How many requests are kept of those that are inside when a window begins. */
  private static final int INSIDE_MOST = 1000;

  /** The part of its latency by which the slowest request's window begins before it. */
  private static final int LEAD = 4;

  private final Scenario scenario;
  private final int replication;
  private final BooleanSupplier cancelled;
  private final long warmUp;
  private final long horizon;

  /**
   * Will record a replication.
   *
   * @param scenario what to simulate; its run plan gives the warm-up, else there is none
   * @param replication its number, from 0
   * @param cancelled polled now and then; if it turns true, a {@link
   *     java.util.concurrent.CancellationException} is thrown
   */
  public Recording(Scenario scenario, int replication, BooleanSupplier cancelled) {
    this.scenario = scenario;
    this.replication = replication;
    this.cancelled = cancelled;
    this.warmUp = scenario.runs().warmUp().orElse(Duration.ZERO).toNanos();
    this.horizon = scenario.runs().duration().toNanos();
  }

  /**
   * The slowest of the completed requests that arrive after the warm-up, the slowest first.
   *
   * @param count how many, at least 1; fewer if fewer are completed
   */
  public List<RecordedRequest> slowest(int count) {
    List<Slow> slow = findSlowest(count);
    Map<Integer, RecordedRequest> byNumber = new HashMap<>();
    Selection wanted =
        new Selection.Numbered(slow.stream().map(Slow::number).collect(Collectors.toSet()));
    record(wanted).forEach(each -> byNumber.put(each.number(), each));
    return slow.stream().map(each -> byNumber.get(each.number())).toList();
  }

  /** What happens in a window. */
  public Timeline timeline(TimelineWindow window) {
    if (window instanceof TimelineWindow.From start) {
      return timelineFrom(start.start().toNanos(), window);
    } else if (window instanceof TimelineWindow.AroundSlowest) {
      List<Slow> slow = findSlowest(1);
      if (!slow.isEmpty()) {
        Slow first = slow.get(0);
        long from = Math.max(0, first.arrival() - first.latency() / LEAD);
        int earliest = Math.max(0, first.number() - window.requests() / LEAD);
        Selection.Inside wanted =
            new Selection.Inside(from, first.end(), window.requests(), earliest);
        return timeline(wanted, Optional.of(first.number()));
      }
    }
    return timelineFrom(warmUp, window);
  }

  private Timeline timelineFrom(long from, TimelineWindow window) {
    long start = Math.min(from, horizon);
    return timeline(new Selection.Inside(start, horizon, window.requests(), 0), Optional.empty());
  }

  private Timeline timeline(Selection.Inside wanted, Optional<Integer> slowest) {
    List<RecordedRequest> recorded = record(wanted);
    Duration start = Duration.ofNanos(wanted.from());
    List<RecordedRequest> all =
        recorded.stream().filter(each -> each.end().compareTo(start) >= 0).toList();
    List<RecordedRequest> before =
        all.stream().filter(each -> each.arrival().compareTo(start) < 0).toList();
    List<RecordedRequest> kept =
        new ArrayList<>(before.subList(0, Math.min(INSIDE_MOST, before.size())));
    kept.addAll(all.subList(before.size(), all.size()));
    return new Timeline(
        scenario.name(),
        scenario.runs().seed(),
        replication,
        start,
        Duration.ofNanos(wanted.to()),
        Recorder.cores(scenario),
        kept,
        slowest,
        all.size() - kept.size());
  }

  private List<RecordedRequest> record(Selection wanted) {
    Recorder recorder = new Recorder(scenario, wanted);
    Simulation.record(scenario, replication, recorder, cancelled);
    return recorder.recorded();
  }

  private List<Slow> findSlowest(int count) {
    SlowestRequests slowest = new SlowestRequests(warmUp, count);
    Simulation.run(scenario, replication, cancelled, slowest);
    return slowest.found();
  }
}
