package dev.fastsim.report;

import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.Core;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import dev.fastsim.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A timeline as lanes with bars in them: one for each core, one for each request.
 *
 * @param cores those that were held at some time of the window
 * @param requests in the order of arrival
 * @param idleCores how many cores have no lane, since nobody held them or there are too many
 * @param otherRequests how many requests have no lane, since there are too many
 */
record TimelineLanes(List<Lane> cores, List<Lane> requests, int idleCores, int otherRequests) {

  private static final int CORES_MOST = 32;
  private static final int REQUESTS_MOST = 80;

  /**
   * A row.
   *
   * @param label names it
   * @param detail more of it, for those who ask
   * @param isSlowest whether it is the request that the window was chosen for
   */
  record Lane(String label, String detail, boolean isSlowest, List<Bar> bars) {}

  /**
   * What happens in a lane for a time; what lies outside the window is cut off.
   *
   * @param start nanoseconds since the start of the window
   * @param end nanoseconds since the start of the window
   * @param isBlocking whether it keeps a core from computing
   */
  record Bar(
      Activity activity, String name, int request, long start, long end, boolean isBlocking) {}

  static TimelineLanes of(Timeline timeline) {
    Map<Core, List<Bar>> held = new HashMap<>();
    List<Lane> requests = new ArrayList<>();
    for (RecordedRequest request : timeline.requests()) {
      List<Bar> bars = new ArrayList<>();
      for (Span span : request.spans()) {
        if (timeline.shows(span)) {
          Bar bar = bar(timeline, request, span);
          bars.add(bar);
          span.heldCore()
              .ifPresent(core -> held.computeIfAbsent(core, it -> new ArrayList<>()).add(bar));
        }
      }
      boolean isSlowest = timeline.slowest().filter(it -> it == request.number()).isPresent();
      requests.add(
          new Lane(
              Integer.toString(request.number()),
              request.endpoint() + ", " + request.outcomeText(),
              isSlowest,
              bars));
    }
    List<Lane> cores = cores(timeline, held);
    List<Lane> drawn = drawn(requests);
    return new TimelineLanes(
        cores, drawn, timeline.cores().size() - cores.size(), requests.size() - drawn.size());
  }

  private static Bar bar(Timeline timeline, RecordedRequest request, Span span) {
    long from = timeline.from().toNanos();
    return new Bar(
        span.activity(),
        span.name(),
        request.number(),
        Math.max(0, span.start().toNanos() - from),
        Math.min(timeline.length().toNanos(), span.end().toNanos() - from),
        span.core().isPresent() && span.activity() != Activity.RUNNING);
  }

  private static List<Lane> cores(Timeline timeline, Map<Core, List<Bar>> held) {
    boolean several = timeline.cores().stream().map(Core::place).distinct().count() > 1;
    List<Lane> lanes = new ArrayList<>();
    for (Core core : timeline.cores()) {
      List<Bar> bars = held.get(core);
      if (bars != null && lanes.size() < CORES_MOST) {
        bars.sort(Comparator.comparingLong(Bar::start));
        String place = "%s %d".formatted(core.place().service(), core.place().replica());
        lanes.add(
            new Lane(
                several ? "%s, core %d".formatted(place, core.number()) : "core " + core.number(),
                "of " + place,
                false,
                bars));
      }
    }
    return lanes;
  }

  /** If there are too many, the last, which arrived in the window, and always the slowest. */
  private static List<Lane> drawn(List<Lane> requests) {
    int skipped = Math.max(0, requests.size() - REQUESTS_MOST);
    List<Lane> drawn = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      if (i >= skipped || requests.get(i).isSlowest()) {
        drawn.add(requests.get(i));
      }
    }
    return drawn;
  }
}
