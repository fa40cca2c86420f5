package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import dev.fastsim.scenario.WaitNames;
import dev.fastsim.timeline.Activity;
import dev.fastsim.timeline.Core;
import dev.fastsim.timeline.Place;
import dev.fastsim.timeline.RecordedRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what requests do when. The stations tell it whatever changes; without a recorder,
 * which is the rule, each looks at a null instead. It needs cores that are tokens: those that plan
 * ahead have nothing to tell.
 */
final class Recorder implements Witness {

  private final Scenario scenario;
  private final Selection selection;
  private final long horizon;
  private final List<RecordedRequest> recorded = new ArrayList<>();

  /** By the number of the replica over all services. */
  private final List<Place> places = new ArrayList<>();

  /** Cores in use, by the number of the replica. */
  private final List<BitSet> busy = new ArrayList<>();

  /** By the number of the request's slot; null where there is none. */
  private final List<@Nullable Life> lives = new ArrayList<>();

  private int arrivals;

  /** Requests inside that may be wanted. */
  private int candidates;

  @SuppressWarnings("NullAway.Init") // set before the first request
  private Requests requests;

  @SuppressWarnings("NullAway.Init") // set before the first request
  private StepTable steps;

  Recorder(Scenario scenario, Selection selection) {
    this.scenario = scenario;
    this.selection = selection;
    this.horizon = scenario.runs().duration().toNanos();
    for (Service service : scenario.services()) {
      for (int i = 1; i <= service.mostReplicas(); i++) {
        places.add(new Place(service.name(), i));
        busy.add(new BitSet());
      }
    }
  }

  /** Tells it where to look up what stations tell by number. */
  void join(Requests itsRequests, StepTable itsSteps) {
    requests = itsRequests;
    steps = itsSteps;
  }

  /** Whether all that is wanted has been recorded. */
  boolean isDone() {
    return selection.isOver() && candidates == 0;
  }

  @Override
  public void arrived(int slot, long time) {
    while (lives.size() <= slot) {
      lives.add(null);
    }
    leaveInside(slot);
    int number = ++arrivals;
    boolean kept = selection.arrives(number, time);
    candidates += kept ? 1 : 0;
    String endpoint = scenario.endpoints().get(requests.get(slot).endpoint).name();
    lives.set(slot, new Life(number, kept, endpoint, time));
  }

  @Override
  public void ended(int slot, Outcome outcome, long time) {
    end(slot, outcome, time);
  }

  /** A call reaches the service; of calls, only what their callers do is recorded. */
  void called(Request call, long now) {
    while (lives.size() <= call.number) {
      lives.add(null);
    }
    lives.set(call.number, new Life(0, false, "", now));
  }

  /** A call has ended. */
  void answered(Request call) {
    free(Objects.requireNonNull(lives.set(call.number, null)));
  }

  /** Nothing is told of a request that will end after the run. */
  private void leaveInside(int slot) {
    if (lives.get(slot) != null) {
      end(slot, null, horizon);
    }
  }

  private void end(int slot, @Nullable Outcome outcome, long time) {
    Life life = Objects.requireNonNull(lives.set(slot, null));
    if (life.kept) {
      candidates--;
      if (selection.wants(time)) {
        recorded.add(life.end(outcome, time));
      }
    }
    free(life);
  }

  private Life life(Request request) {
    return Objects.requireNonNull(lives.get(request.number));
  }

  /** The request's message leaves, now or later, by a link. */
  void travels(Request request, String link, long departure) {
    life(request).begin(Activity.NETWORK, link, null, departure);
  }

  void waitsForPermit(Request request, long now) {
    life(request).begin(Activity.PERMIT_WAIT, WaitNames.LIMITER, null, now);
  }

  void waitsForMemory(Request request, long now) {
    begin(request, Activity.MEMORY_WAIT, WaitNames.MEMORY, now);
  }

  void waitsForThread(Request request, long now) {
    begin(request, Activity.THREAD_WAIT, WaitNames.THREAD, now);
  }

  void waitsForCore(Request request, long now) {
    begin(request, Activity.READY, WaitNames.READY_QUEUE, now);
  }

  void waitsForConnection(Request request, int pool, long now) {
    begin(request, Activity.POOL_WAIT, steps.poolNames.get(pool), now);
  }

  void waitsForProvider(Request request, int step, long now) {
    String provider = ((Step.Llm) steps.steps.get(step)).provider().name();
    begin(request, Activity.PROVIDER_WAIT, provider, now);
  }

  void waitsForIo(Request request, int step, boolean blocks, long now) {
    begin(request, blocks ? Activity.BLOCKING_IO : Activity.IO, name(step), now);
  }

  /** The request begins to compute, now or later, on the core it holds, or on its share of all. */
  void computes(Request request, int step, long start) {
    begin(request, Activity.RUNNING, name(step), start);
  }

  private String name(int step) {
    return steps.category(step);
  }

  private void begin(Request request, Activity activity, String name, long now) {
    life(request).begin(activity, name, places.get(request.replica), now);
  }

  void takesCore(Request request, long now) {
    Life life = life(request);
    life.finishPiece(now);
    BitSet cores = busy.get(request.replica);
    int core = cores.nextClearBit(0);
    cores.set(core);
    life.coreOf = request.replica;
    life.core = core + 1;
  }

  void givesCoreBack(Request request, long now) {
    Life life = life(request);
    life.finishPiece(now);
    free(life);
  }

  private void free(Life life) {
    if (life.core != Life.NO_CORE) {
      busy.get(life.coreOf).clear(life.core - 1);
      life.core = Life.NO_CORE;
    }
  }

  /** What was recorded, in the order of arrival, once there is nothing more to play. */
  List<RecordedRequest> recorded() {
    for (int slot = 0; slot < lives.size(); slot++) {
      leaveInside(slot);
    }
    recorded.sort(Comparator.comparingInt(RecordedRequest::number));
    return recorded;
  }

  /** All cores, in the scenario's order. */
  static List<Core> cores(Scenario scenario) {
    List<Core> cores = new ArrayList<>();
    for (Service service : scenario.services()) {
      for (int replica = 1; replica <= service.mostReplicas(); replica++) {
        for (int core = 1; core <= service.server().cores(); core++) {
          cores.add(new Core(new Place(service.name(), replica), core));
        }
      }
    }
    return cores;
  }
}
