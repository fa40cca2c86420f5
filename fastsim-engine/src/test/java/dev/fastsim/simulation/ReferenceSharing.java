package dev.fastsim.simulation;

import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cores that all bursts share. What is left to do is kept for each burst and made less by as much
 * for all; when the next is done is found by trying.
 */
final class ReferenceSharing {

  /** A burst of computing at work. */
  private static final class Burst {
    private final ReferenceRequest request;
    private final long start;
    private final long shownAtStart;
    private final long work;
    private long left;

    private Burst(ReferenceRequest request, long start, long shownAtStart, long work) {
      this.request = request;
      this.start = start;
      this.shownAtStart = shownAtStart;
      this.work = work;
      this.left = work;
    }
  }

  private final ReferenceSimulator simulator;
  private final ReferenceService service;
  private final int cores;
  private final int number;
  private final Consumer<ReferenceRequest> whenDone;

  /** In the order in which they came. */
  private final List<Burst> bursts = new ArrayList<>();

  /** When each was last given its share, by the machine's clock. */
  private long shared;

  /** Core nanoseconds not given to any yet. */
  private long rest;

  /** How often the next end was planned; only the latest plan counts. */
  private int plans;

  final Timeline held = new Timeline();
  final Timeline waiting = new Timeline();

  ReferenceSharing(
      ReferenceSimulator simulator,
      ReferenceService service,
      int cores,
      int number,
      Consumer<ReferenceRequest> whenDone) {
    this.simulator = simulator;
    this.service = service;
    this.cores = cores;
    this.number = number;
    this.whenDone = whenDone;
  }

  private long now() {
    return simulator.clock.now();
  }

  int size() {
    return bursts.size();
  }

  void compute(ReferenceRequest request, long work) {
    share();
    simulator.saw(Incident.SHARED_CORES, bursts.size() >= cores);
    change(() -> bursts.add(new Burst(request, now(), service.shown(now()), work)));
  }

  private void share() {
    long shown = service.shown(now());
    if (!bursts.isEmpty()) {
      long each = shareOfEach(shown);
      bursts.forEach(burst -> burst.left -= each);
      rest = bursts.size() > cores ? coreNanos(shown) % bursts.size() : 0;
    }
    shared = shown;
  }

  /** Since the last time, when the clock shows so much; no burst has more than one core. */
  private long shareOfEach(long shown) {
    return bursts.size() > cores ? coreNanos(shown) / bursts.size() : shown - shared;
  }

  private long coreNanos(long shown) {
    return Math.addExact(Math.multiplyExact(shown - shared, (long) cores), rest);
  }

  private void change(Runnable change) {
    held.add(now(), -Math.min(bursts.size(), cores));
    waiting.add(now(), -Math.max(0, bursts.size() - cores));
    change.run();
    held.add(now(), Math.min(bursts.size(), cores));
    waiting.add(now(), Math.max(0, bursts.size() - cores));
    rest = bursts.size() <= cores ? 0 : Math.min(rest, bursts.size() - 1);
    plan();
  }

  private void plan() {
    int plan = ++plans;
    if (bursts.isEmpty()) {
      return;
    }
    long least = first().left;
    long tooEarly = now() - 1;
    long lateEnough = simulator.horizon + 1;
    while (lateEnough - tooEarly > 1) {
      long time = tooEarly + (lateEnough - tooEarly) / 2;
      if (shareOfEach(service.shown(time)) >= least) {
        lateEnough = time;
      } else {
        tooEarly = time;
      }
    }
    simulator.clock.at(lateEnough, Kind.CPU, number, () -> plan == plans, this::end);
  }

  /** Of those with least to do, the one that came first. */
  private Burst first() {
    return bursts.stream().min(Comparator.comparingLong(burst -> burst.left)).orElseThrow();
  }

  private void end() {
    share();
    Burst done = first();
    change(() -> bursts.remove(done));
    long machine = service.shown(now()) - done.shownAtStart;
    done.request.spend("ready queue", machine - done.work);
    done.request.spend("cpu slowdown", now() - done.start - machine);
    if (now() >= simulator.warmUp) {
      service.lags.add(machine - done.work);
    }
    whenDone.accept(done.request);
  }

  void clear() {
    share();
    change(bursts::clear);
  }
}
