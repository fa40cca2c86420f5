package dev.fastsim.simulation;

import dev.fastsim.metrics.EndpointRun;
import dev.fastsim.metrics.LinkRun;
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

  /** Integrals of the numbers of requests inside and messages on the way, in nanoseconds. */
  private double insideArea;

  private double toServerArea;
  private double toClientArea;
  private long toServerLost;
  private long toClientLost;

  Ledger(Scenario scenario, Requests requests, long warmUp, long horizon, Witness witness) {
    this.requests = requests;
    this.witness = witness;
    this.warmUp = warmUp;
    this.horizon = horizon;
    this.endpoints = scenario.endpoints();
    this.pools = scenario.pools().size();
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
        Stream.concat(allSteps.stream().map(Step::name), WaitNames.all(scenario.pools()).stream())
            .toList();
    for (int i = 0; i < count; i++) {
      latency[i] = new TimeRecorder();
      breakdown[i] = new TimeBreakdown(categories);
    }
    bucketNanos = SECOND * Math.max(1, ceilDiv(ceilDiv(horizon, SECOND), BUCKETS_MOST));
    completions = new long[(int) ceilDiv(horizon, bucketNanos)];
  }

  void arrived(int slot) {
    witness.arrived(slot);
    if (counts(slot)) {
      offered[requests.endpoint[slot]]++;
    }
  }

  /** The request is lost on the link to the server. */
  void lostOnTheWayIn(int slot, long now) {
    if (now >= warmUp) {
      toServerLost++;
    }
    failed(slot, Outcome.DROPPED, now);
  }

  /** The request ends without a response. */
  void failed(int slot, Outcome outcome, long now) {
    if (outcome != Outcome.DROPPED || requests.requestDelay[slot] != Requests.LOST) {
      toServerArea += measured(requests.arrival[slot], arrivedAtServer(slot));
    }
    end(slot, outcome, now);
  }

  /** The request is served; its response is on its way, or lost. */
  void served(int slot, long now) {
    long delay = requests.responseDelay[slot];
    if (delay == Requests.LOST) {
      if (now >= warmUp) {
        toClientLost++;
      }
      failed(slot, Outcome.DROPPED, now);
      return;
    }
    toServerArea += measured(requests.arrival[slot], arrivedAtServer(slot));
    long finish = now + delay;
    toClientArea += measured(now, finish);
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
    end(slot, Outcome.COMPLETED, finish);
  }

  private long arrivedAtServer(int slot) {
    return requests.arrival[slot] + requests.requestDelay[slot];
  }

  private void addTimes(int slot, double[] row) {
    long[] trace = requests.trace[slot];
    int length = requests.length[slot];
    for (int i = 0; i < length; i++) {
      row[Trace.step(trace[i])] += Trace.nanos(trace[i]);
    }
    row[steps] += requests.requestDelay[slot] + requests.responseDelay[slot];
    for (int wait = 0; wait < Requests.WAIT_POOL + pools; wait++) {
      row[steps + 1 + wait] += requests.waited(slot, wait);
    }
  }

  private void end(int slot, Outcome outcome, long time) {
    witness.ended(slot, outcome, time);
    if (counts(slot)) {
      ended[requests.endpoint[slot] * OUTCOMES + outcome.ordinal()]++;
    }
    insideArea += measured(requests.arrival[slot], time);
    requests.close(slot);
  }

  /** The end of the run: whoever is still inside is entered as such. */
  void closeBooks() {
    for (int slot = 0; slot < requests.slots(); slot++) {
      if (requests.isOpen(slot)) {
        toServerArea += measured(requests.arrival[slot], arrivedAtServer(slot));
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

  List<EndpointRun> endpoints() {
    List<EndpointRun> runs = new ArrayList<>();
    for (int i = 0; i < endpoints.size(); i++) {
      runs.add(
          new EndpointRun(
              endpoints.get(i).name(),
              outcomes(i),
              latency[i].read(),
              completedInTime[i] / measuredSeconds(),
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

  double measuredSeconds() {
    return (horizon - warmUp) / (double) SECOND;
  }

  double requestsInside() {
    return insideArea / (horizon - warmUp);
  }

  LinkRun toServer() {
    return new LinkRun(toServerArea / (horizon - warmUp), toServerLost);
  }

  LinkRun toClient() {
    return new LinkRun(toClientArea / (horizon - warmUp), toClientLost);
  }

  double seriesSeconds() {
    return bucketNanos / (double) SECOND;
  }

  /** Completions per second in each bucket; the last one may be cut short by the horizon. */
  List<Double> completionsPerSecond() {
    return Arrays.stream(completions).mapToObj(count -> count / seriesSeconds()).toList();
  }
}
