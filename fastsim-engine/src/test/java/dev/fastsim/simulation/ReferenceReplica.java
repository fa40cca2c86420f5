package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.Server;
import dev.fastsim.scenario.Step;
import dev.fastsim.simulation.ReferenceClock.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One machine: cores, memory, pools. A core or memory that comes free is handed on before whoever
 * gave it back goes on; what that sets free in turn goes to the queue that is being served already.
 */
final class ReferenceReplica {

  private final ReferenceSimulator simulator;
  private final ReferenceService service;
  private final Server server;
  private final int number;
  private int idle;
  private long freeRam;
  private final Deque<ReferenceRequest> ready = new ArrayDeque<>();
  private final Deque<ReferenceRequest> waitingForRam = new ArrayDeque<>();
  final List<ReferencePool> pools = new ArrayList<>();
  final Set<ReferenceRequest> inside = new LinkedHashSet<>();
  private int inIo;
  private boolean servingReady;
  private boolean servingMemory;
  private boolean killedAtWork;
  final Timeline coresHeld = new Timeline();
  final Timeline readyQueue = new Timeline();
  final Timeline io = new Timeline();
  final Timeline ramInUse = new Timeline();
  final Timeline memoryQueue = new Timeline();

  /**
   * @param number over all services
   */
  ReferenceReplica(
      ReferenceSimulator simulator, ReferenceService service, Server server, int number) {
    this.simulator = simulator;
    this.service = service;
    this.server = server;
    this.number = number;
    this.idle = server.cores();
    this.freeRam = server.ramBytes();
  }

  private long now() {
    return simulator.clock.now();
  }

  private boolean mustWaitForRam(ReferenceRequest request) {
    return request.ram > 0 && (request.ram > freeRam || !waitingForRam.isEmpty());
  }

  private boolean mustWaitForCore() {
    return idle == 0 || !ready.isEmpty();
  }

  void enter(ReferenceRequest request) {
    boolean startsOnCore = !request.work.isEmpty() && needsCore(request.work.get(0).step());
    boolean mustWait = mustWaitForRam(request) || (startsOnCore && mustWaitForCore());
    if (mustWait && waitingForRam.size() + ready.size() >= server.maxQueue()) {
      simulator.reject(request, Incident.REJECTED_BY_FULL_QUEUE);
      return;
    }
    inside.add(request);
    if (mustWaitForRam(request)) {
      request.since = now();
      waitingForRam.add(request);
      memoryQueue.add(now(), 1);
    } else {
      takeRam(request);
      goOn(request);
    }
  }

  private void takeRam(ReferenceRequest request) {
    freeRam -= request.ram;
    ramInUse.add(now(), request.ram);
  }

  private static boolean needsCore(Step step) {
    return step instanceof Step.Cpu || (step instanceof Step.Io io && io.blocking());
  }

  private void goOn(ReferenceRequest request) {
    if (request.next == request.work.size()) {
      leave(request);
      service.onward(request);
      return;
    }
    Step step = request.work.get(request.next).step();
    if (needsCore(step) && !request.holdsCore) {
      if (mustWaitForCore()) {
        request.since = now();
        ready.add(request);
        readyQueue.add(now(), 1);
      } else {
        takeCore(request, 0);
        goOn(request);
      }
    } else if (step instanceof Step.Llm call) {
      giveCoreBack(request);
      simulator.provider(call.provider()).ask(request, this);
    } else if (step instanceof Step.Cpu) {
      compute(request);
    } else {
      if (!needsCore(step)) {
        giveCoreBack(request);
      }
      if (step.connectionPool().isPresent()) {
        pool(step.connectionPool().get()).acquire(request);
      } else {
        waitForIo(request);
      }
    }
  }

  private void compute(ReferenceRequest request) {
    long nanos = 0;
    while (request.next < request.work.size()
        && request.work.get(request.next).step() instanceof Step.Cpu) {
      ReferenceRequest.Work burst = request.work.get(request.next++);
      request.spend(burst.step().name(), burst.nanos());
      nanos += burst.nanos();
    }
    long until = service.computed(now(), nanos);
    request.spend("cpu slowdown", until - now() - nanos);
    later(until, Kind.CPU, number, request, () -> goOn(request));
  }

  void waitForIo(ReferenceRequest request) {
    ReferenceRequest.Work work = request.work.get(request.next++);
    if (work.step() instanceof Step.Call call) {
      call(request, call, work);
      return;
    }
    Step.Io step = (Step.Io) work.step();
    request.spend(step.name(), work.nanos());
    countIo(1);
    later(
        now() + work.nanos(),
        step.blocking() ? Kind.CPU : Kind.IO,
        step.blocking() ? number : place(step),
        request,
        () -> {
          countIo(-1);
          step.pool().ifPresent(name -> pool(name).release());
          goOn(request);
        });
  }

  /** The provider has begun with the call of a request that is inside. */
  void callBegins() {
    countIo(1);
  }

  void callEnds(ReferenceRequest request) {
    countIo(-1);
    request.next++;
  }

  void goOnAfterCall(ReferenceRequest request) {
    goOn(request);
  }

  /** The provider refuses a call. */
  void refuse(ReferenceRequest request) {
    leave(request);
    simulator.reject(request, Incident.REJECTED_BY_PROVIDER);
  }

  /** A step's place among those of its kind; answers to calls come right behind the calls. */
  private int place(Step step) {
    return 2 * simulator.steps.indexOf(step.name());
  }

  private void call(ReferenceRequest caller, Step.Call step, ReferenceRequest.Work work) {
    long sent = now();
    caller.spend(step.name(), work.nanos() + work.back());
    countIo(1);
    simulator.clock.at(
        sent + work.nanos(),
        Kind.IO,
        place(step),
        () -> {
          simulator.saw(Incident.CALLED_FOR_KILLED_CALLER, caller.outcome != null);
          ReferenceRequest call = new ReferenceRequest(now());
          call.departure = sent;
          call.answer = () -> answer(caller, call, step, work.back());
          simulator.service(step.service()).called(call, step.endpoint());
        });
  }

  private void answer(ReferenceRequest caller, ReferenceRequest call, Step.Call step, long back) {
    Outcome outcome = Objects.requireNonNull(call.outcome);
    call.spent.forEach(caller::spend);
    later(
        now() + back,
        Kind.IO,
        place(step) + 1,
        caller,
        () -> {
          countIo(-1);
          step.pool().ifPresent(name -> pool(name).release());
          if (outcome == Outcome.COMPLETED) {
            goOn(caller);
          } else {
            simulator.saw(Incident.FAILED_BY_REJECTED_CALL, outcome == Outcome.REJECTED);
            simulator.saw(Incident.FAILED_BY_TIMED_OUT_CALL, outcome == Outcome.TIMED_OUT);
            simulator.saw(Incident.FAILED_BY_KILLED_CALL, outcome == Outcome.DROPPED);
            leave(caller);
            simulator.end(caller, outcome, now());
          }
        });
  }

  private void countIo(int more) {
    inIo += more;
    io.add(now(), more);
  }

  /** Unless the request is killed before. */
  private void later(
      long time, Kind kind, int position, ReferenceRequest request, Runnable action) {
    simulator.clock.at(time, kind, position, () -> request.outcome == null, action);
  }

  private void takeCore(ReferenceRequest request, long waited) {
    idle--;
    coresHeld.add(now(), 1);
    request.holdsCore = true;
    simulator.saw(Incident.DOZENS_ON_CORES_AFTER_KILL, killedAtWork && isAtWork());
    if (now() >= simulator.warmUp) {
      service.lags.add(waited);
    }
  }

  /** On dozens of cores. */
  private boolean isAtWork() {
    return server.cores() - idle >= 50;
  }

  private void giveCoreBack(ReferenceRequest request) {
    if (!request.holdsCore) {
      return;
    }
    request.holdsCore = false;
    idle++;
    coresHeld.add(now(), -1);
    if (!servingReady) {
      servingReady = true;
      while (idle > 0 && !ready.isEmpty()) {
        ReferenceRequest first = ready.remove();
        readyQueue.add(now(), -1);
        first.spend("ready queue", now() - first.since);
        takeCore(first, now() - first.since);
        goOn(first);
      }
      servingReady = false;
    }
  }

  private void giveRamBack(ReferenceRequest request) {
    freeRam += request.ram;
    ramInUse.add(now(), -request.ram);
    if (!servingMemory) {
      servingMemory = true;
      while (!waitingForRam.isEmpty() && waitingForRam.element().ram <= freeRam) {
        ReferenceRequest first = waitingForRam.remove();
        memoryQueue.add(now(), -1);
        first.spend("memory wait", now() - first.since);
        takeRam(first);
        goOn(first);
      }
      servingMemory = false;
    }
  }

  void leave(ReferenceRequest request) {
    inside.remove(request);
    giveCoreBack(request);
    giveRamBack(request);
  }

  private ReferencePool pool(String name) {
    return pools.stream().filter(each -> each.pool.name().equals(name)).findFirst().orElseThrow();
  }

  /** Drops whatever is inside; cores, memory, queues and pools are as on the first day. */
  void kill() {
    killedAtWork |= isAtWork();
    simulator.saw(Incident.KILLED_ON_CORE, idle < server.cores());
    simulator.saw(Incident.KILLED_IN_READY_QUEUE, !ready.isEmpty());
    simulator.saw(Incident.KILLED_IN_MEMORY_QUEUE, !waitingForRam.isEmpty());
    simulator.saw(Incident.KILLED_IN_IO, inIo > server.cores() - idle);
    inside.forEach(request -> simulator.end(request, Outcome.DROPPED, now()));
    inside.clear();
    coresHeld.add(now(), idle - server.cores());
    idle = server.cores();
    ramInUse.add(now(), freeRam - server.ramBytes());
    freeRam = server.ramBytes();
    readyQueue.add(now(), -ready.size());
    ready.clear();
    memoryQueue.add(now(), -waitingForRam.size());
    waitingForRam.clear();
    io.add(now(), -inIo);
    inIo = 0;
    pools.forEach(ReferencePool::empty);
  }
}
