package dev.fastsim.simulation;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.metrics.TimeBreakdown;
import dev.fastsim.metrics.TimeRecorder;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.WaitNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The books: every request is entered once when it arrives and once when it ends. Requests that
 * arrive during the warm-up are simulated but not counted.
 */
final class Ledger {

  private static final int BUCKETS_MOST = 3600;
  private static final long SECOND = 1_000_000_000L;
  private static final int OUTCOMES = Outcome.values().length;

  private final Requests requests;
  private final Witness witness;
  private final long warmUp;
  private final long horizon;
  private final List<Endpoint> endpoints;
  private final int steps;
  private final int pools;

  private final long[] offered;
  private final long[] inFlight;
  private final long[] ended;
  private final long[] completedInTime;
  private final TimeRecorder[] latency;
  private final TimeBreakdown[] breakdown;

  private final long bucketNanos;

  /** Each interval has its end but not its start; only the first has both. */
  private final long[] completions;

  /** Integral of the number of requests inside, in nanoseconds. */
  private double insideArea;

  Ledger(Scenario scenario, Requests requests, long warmUp, long horizon, Witness witness) {
    this.requests = requests;
    this.witness = witness;
    this.warmUp = warmUp;
    this.horizon = horizon;
    this.endpoints = scenario.endpoints();
    this.pools = scenario.poolNames().size();
    List<Step> allSteps = scenario.steps();
    this.steps = allSteps.size();
    int count = endpoints.size();
    offered = new long[count];
    inFlight = new long[count];
    ended = new long[count * OUTCOMES];
    completedInTime = new long[count];
    latency = new TimeRecorder[count];
    breakdown = new TimeBreakdown[count];
    // Steps, then network, then waits in the order of Requests.addWait.
    List<String> categories =
        Stream.concat(
                allSteps.stream().map(Step::name), WaitNames.all(scenario.poolNames()).stream())
            .toList();
    for (int i = 0; i < count; i++) {
      latency[i] = new TimeRecorder();
      breakdown[i] = new TimeBreakdown(categories);
    }
    bucketNanos = SECOND * Math.max(1, ceilDiv(ceilDiv(horizon, SECOND), BUCKETS_MOST));
    completions = new long[(int) ceilDiv(horizon, bucketNanos)];
  }

  void arrived(int slot) {
    witness.arrived(slot, requests.arrival[slot]);
    if (counts(slot)) {
      offered[requests.endpoint[slot]]++;
    }
  }

  /** The request, or its response, is lost on a link that it leaves for now or later. */
  void lost(int slot, long time) {
    if (time > horizon) {
      stillInside(slot);
      requests.close(slot);
    } else {
      failed(slot, Outcome.DROPPED, time);
    }
  }

  /** The request ends without a response. */
  void failed(int slot, Outcome outcome, long now) {
    enter(slot, outcome, now);
    requests.close(slot);
  }

  /** The request ends with the replica it was inside; something may still refer to its slot. */
  void killed(int slot, boolean referredTo, long now) {
    enter(slot, Outcome.DROPPED, now);
    if (referredTo) {
      requests.kill(slot);
    } else {
      requests.close(slot);
    }
  }

  /** The request is served, and its response is on its way. */
  void completed(int slot, long finish) {
    if (finish > horizon) {
      stillInside(slot);
      requests.close(slot);
      return;
    }
    if (counts(slot)) {
      int endpoint = requests.endpoint[slot];
      long nanos = finish - requests.arrival[slot];
      latency[endpoint].record(nanos);
      addTimes(slot, breakdown[endpoint].rowFor(nanos));
    }
    if (finish > warmUp) {
      completedInTime[requests.endpoint[slot]]++;
    }
    completions[(int) ((finish - 1) / bucketNanos)]++;
    enter(slot, Outcome.COMPLETED, finish);
    requests.close(slot);
  }

  private void addTimes(int slot, double[] row) {
    long[] trace = requests.trace[slot];
    int length = requests.length[slot];
    for (int i = 0; i < length; i++) {
      row[Trace.step(trace[i])] += Trace.nanos(trace[i]);
    }
    row[steps] += requests.network[slot];
    for (int wait = 0; wait < Requests.WAIT_POOL + pools; wait++) {
      row[steps + 1 + wait] += requests.waited(slot, wait);
    }
  }

  private void enter(int slot, Outcome outcome, long time) {
    witness.ended(slot, outcome, time);
    if (counts(slot)) {
      ended[requests.endpoint[slot] * OUTCOMES + outcome.ordinal()]++;
    }
    insideArea += measured(requests.arrival[slot], time);
  }

  /** The end of the run: whoever is still inside is entered as such. */
  void closeBooks() {
    for (int slot = 0; slot < requests.slots(); slot++) {
      if (requests.isOpen(slot)) {
        stillInside(slot);
      }
    }
  }

  private void stillInside(int slot) {
    if (counts(slot)) {
      inFlight[requests.endpoint[slot]]++;
    }
    insideArea += measured(requests.arrival[slot], horizon);
  }

  private boolean counts(int slot) {
    return requests.arrival[slot] >= warmUp;
  }

  /** How much of an interval lies in the measured time. */
  private double measured(long from, long to) {
    return Math.max(0, Math.min(to, horizon) - Math.max(from, warmUp));
  }

  /** What was counted up to a time that is now or the horizon. */
  List<EndpointRun> endpoints(long time) {
    List<EndpointRun> runs = new ArrayList<>();
    for (int i = 0; i < endpoints.size(); i++) {
      runs.add(
          new EndpointRun(
              endpoints.get(i).name(),
              outcomes(i),
              latency[i].read(),
              completedInTime[i] / measuredSeconds(time),
              breakdown[i]));
    }
    return runs;
  }

  private Outcomes outcomes(int endpoint) {
    int row = endpoint * OUTCOMES;
    return new Outcomes(
        offered[endpoint],
        ended[row + Outcome.COMPLETED.ordinal()],
        ended[row + Outcome.DROPPED.ordinal()],
        ended[row + Outcome.REJECTED.ordinal()],
        ended[row + Outcome.TIMED_OUT.ordinal()],
        inFlight[endpoint]);
  }

  private static long ceilDiv(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }

  double measuredSeconds(long time) {
    return (time - warmUp) / (double) SECOND;
  }

  double requestsInside(long time) {
    return insideArea / (time - warmUp);
  }

  double seriesSeconds() {
    return bucketNanos / (double) SECOND;
  }

  /** Completions per second in each bucket; the last one may be cut short by the horizon. */
  List<Double> completionsPerSecond() {
    return Arrays.stream(completions).mapToObj(count -> count / seriesSeconds()).toList();
  }
}
