package dev.fastsim.simulation;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.metrics.TimeRecorder;
import java.util.List;

/** What becomes of the requests to one endpoint that arrive in the measured time. */
final class EndpointBooks {

  private final String name;
  private final int steps;
  private final TimeRecorder latency = new TimeRecorder();
  private final TimeBreakdown breakdown;
  private final long[] failed = new long[Outcome.values().length];
  private long offered;
  private long completed;
  private long inFlight;

  /** Whenever they arrived. */
  private long completedInTime;

  /**
   * Opens the books.
   *
   * @param name of the endpoint
   * @param steps how many there are in all
   * @param categories where time is spent: the steps, then elsewhere
   */
  EndpointBooks(String name, int steps, List<String> categories) {
    this.name = name;
    this.steps = steps;
    this.breakdown = new TimeBreakdown(categories);
  }

  void offered() {
    offered++;
  }

  void completed(Request request, long nanos) {
    completed++;
    latency.record(nanos);
    request.addTimes(breakdown.rowFor(nanos), steps);
  }

  /** A request completed in the measured time; it may have arrived before. */
  void completedInTime() {
    completedInTime++;
  }

  void failed(Outcome outcome) {
    failed[outcome.ordinal()]++;
  }

  void stillInside() {
    inFlight++;
  }

  EndpointRun read(double measuredSeconds) {
    Outcomes outcomes =
        new Outcomes(
            offered,
            completed,
            failed[Outcome.DROPPED.ordinal()],
            failed[Outcome.REJECTED.ordinal()],
            failed[Outcome.TIMED_OUT.ordinal()],
            inFlight);
    return new EndpointRun(
        name, outcomes, latency.read(), completedInTime / measuredSeconds, breakdown);
  }
}
