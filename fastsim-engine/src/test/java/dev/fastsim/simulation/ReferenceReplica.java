package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.scenario.Concurrency.EventLoopPerCore;
import dev.fastsim.scenario.Concurrency.ThreadPool;
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
import org.jspecify.annotations.Nullable;

/**
 * One machine: cores, memory, pools. A core or memory that comes free is handed on before whoever
 * gave it back goes on; what that sets free in turn goes to the queue that is being served already.
 */
final class ReferenceReplica {

  private final ReferenceSimulator simulator;
  private final ReferenceService service;
  private final Server server;
  private final int number;
  private long freeRam;

  /** One, or one for each core. */
  private final List<ReferenceReadyQueue> readyQueues = new ArrayList<>();

  private final Deque<ReferenceRequest> waitingForRam = new ArrayDeque<>();
  private final Deque<ReferenceRequest> waitingForThread = new ArrayDeque<>();
  private final @Nullable ThreadPool threadPool;
  private final ReferenceSharing sharing;
  private int freeThreads;
  private boolean servingAcceptQueue;
  final List<ReferencePool> pools = new ArrayList<>();
  final Set<ReferenceRequest> inside = new LinkedHashSet<>();
  private int inIo;
  private boolean servingMemory;
  private boolean killedAtWork;
  private final Timeline coresHeld = new Timeline();
  private final Timeline readyQueue = new Timeline();
  final Timeline io = new Timeline();
  final Timeline ramInUse = new Timeline();
  final Timeline memoryQueue = new Timeline();
  final Timeline threadsInUse = new Timeline();
  final Timeline acceptQueue = new Timeline();

  /**
   * @param number over all services
   */
  ReferenceReplica(
      ReferenceSimulator simulator, ReferenceService service, Server server, int number) {
    this.simulator = simulator;
    this.service = service;
    this.server = server;
    this.number = number;
    this.freeRam = server.ramBytes();
    this.threadPool = server.concurrency() instanceof ThreadPool pool ? pool : null;
    this.freeThreads = threadPool == null ? 0 : threadPool.threads();
    this.sharing = new ReferenceSharing(simulator, service, server.cores(), number, this::goOn);
    boolean hasLoops = server.concurrency() instanceof EventLoopPerCore;
    for (int i = 0; i < (hasLoops ? server.cores() : 1); i++) {
      readyQueues.add(new ReferenceReadyQueue(hasLoops ? 1 : server.cores()));
    }
  }

  private ReferenceReadyQueue queueOf(ReferenceRequest request) {
    return readyQueues.get(request.loop);
  }

  private int idle() {
    return readyQueues.stream().mapToInt(each -> each.idle).sum();
  }

  private int ready() {
    return readyQueues.stream().mapToInt(each -> each.waiting.size()).sum();
  }

  /** Cores at work, however they are handed out. */
  Timeline coresHeld() {
    return threadPool == null ? coresHeld : sharing.held;
  }

  /** Ready to compute and not computing. */
  Timeline readyQueue() {
    return threadPool == null ? readyQueue : sharing.waiting;
  }

  private long now() {
    return simulator.clock.now();
  }

  private boolean mustWaitForRam(ReferenceRequest request) {
    return request.ram > 0 && (request.ram > freeRam || !waitingForRam.isEmpty());
  }

  void enter(ReferenceRequest request) {
    if (threadPool != null) {
      enterAcceptQueue(request, threadPool.acceptQueue());
      return;
    }
    request.loop =
        server.concurrency() instanceof EventLoopPerCore
            ? (int) (service.connections.nextDouble() * server.cores())
            : 0;
    boolean startsOnCore = !request.work.isEmpty() && needsCore(request.work.get(0).step());
    boolean mustWait = mustWaitForRam(request) || (startsOnCore && queueOf(request).isBusy());
    if (mustWait && waitingForRam.size() + ready() >= server.maxQueue()) {
      simulator.reject(request, Incident.REJECTED_BY_FULL_QUEUE);
      return;
    }
    inside.add(request);
    start(request);
  }

  private void enterAcceptQueue(ReferenceRequest request, int mostWaiting) {
    if (freeThreads == 0 && waitingForThread.size() >= mostWaiting) {
      simulator.reject(request, Incident.REJECTED_BY_FULL_ACCEPT_QUEUE);
      return;
    }
    inside.add(request);
    request.since = now();
    waitingForThread.add(request);
    acceptQueue.add(now(), 1);
    serveAcceptQueue();
  }

  private void serveAcceptQueue() {
    if (!servingAcceptQueue) {
      servingAcceptQueue = true;
      while (freeThreads > 0 && !waitingForThread.isEmpty()) {
        ReferenceRequest first = waitingForThread.remove();
        acceptQueue.add(now(), -1);
        first.spend("thread wait", now() - first.since);
        simulator.saw(Incident.WAITED_FOR_THREAD, now() > first.since);
        freeThreads--;
        threadsInUse.add(now(), 1);
        start(first);
      }
      servingAcceptQueue = false;
    }
  }

  private void giveThreadBack() {
    if (threadPool != null) {
      freeThreads++;
      threadsInUse.add(now(), -1);
      serveAcceptQueue();
    }
  }

  private void start(ReferenceRequest request) {
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

  private boolean needsCore(Step step) {
    return step instanceof Step.Cpu || (step instanceof Step.Io io && holdsCore(io));
  }

  /** A thread that waits for I/O does not compute. */
  private boolean holdsCore(Step.Io step) {
    return step.blocking() && threadPool == null;
  }

  private void goOn(ReferenceRequest request) {
    if (request.next == request.work.size()) {
      leave(request);
      service.onward(request);
      return;
    }
    Step step = request.work.get(request.next).step();
    if (step instanceof Step.Cpu && threadPool != null) {
      compute(request);
    } else if (needsCore(step) && !request.holdsCore) {
      if (queueOf(request).isBusy()) {
        request.since = now();
        queueOf(request).waiting.add(request);
        simulator.saw(Incident.WAITED_BESIDE_IDLE_LOOP, idle() > 0);
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
    if (threadPool != null) {
      sharing.compute(request, nanos);
      return;
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
        holdsCore(step) ? Kind.CPU : Kind.IO,
        holdsCore(step) ? number : place(step),
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
    queueOf(request).idle--;
    coresHeld.add(now(), 1);
    request.holdsCore = true;
    simulator.saw(Incident.DOZENS_ON_CORES_AFTER_KILL, killedAtWork && isAtWork());
    if (now() >= simulator.warmUp) {
      service.lags.add(waited);
    }
  }

  /** On dozens of cores. */
  private boolean isAtWork() {
    return server.cores() - idle() >= 50;
  }

  private void giveCoreBack(ReferenceRequest request) {
    if (!request.holdsCore) {
      return;
    }
    request.holdsCore = false;
    ReferenceReadyQueue queue = queueOf(request);
    queue.idle++;
    coresHeld.add(now(), -1);
    if (!queue.isServed) {
      queue.isServed = true;
      while (queue.idle > 0 && !queue.waiting.isEmpty()) {
        ReferenceRequest first = queue.waiting.remove();
        readyQueue.add(now(), -1);
        first.spend("ready queue", now() - first.since);
        takeCore(first, now() - first.since);
        goOn(first);
      }
      queue.isServed = false;
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
    giveThreadBack();
  }

  private ReferencePool pool(String name) {
    return pools.stream().filter(each -> each.pool.name().equals(name)).findFirst().orElseThrow();
  }

  /** Drops whatever is inside; cores, memory, queues and pools are as on the first day. */
  void kill() {
    killedAtWork |= isAtWork();
    simulator.saw(Incident.KILLED_ON_CORE, idle() < server.cores());
    simulator.saw(Incident.KILLED_IN_READY_QUEUE, ready() > 0);
    simulator.saw(Incident.KILLED_ON_SHARED_CORES, sharing.size() > server.cores());
    simulator.saw(Incident.KILLED_IN_ACCEPT_QUEUE, !waitingForThread.isEmpty());
    simulator.saw(Incident.KILLED_IN_MEMORY_QUEUE, !waitingForRam.isEmpty());
    simulator.saw(Incident.KILLED_IN_IO, inIo > server.cores() - idle());
    inside.forEach(request -> simulator.end(request, Outcome.DROPPED, now()));
    inside.clear();
    coresHeld.add(now(), idle() - server.cores());
    ramInUse.add(now(), freeRam - server.ramBytes());
    freeRam = server.ramBytes();
    readyQueue.add(now(), -ready());
    for (ReferenceReadyQueue each : readyQueues) {
      each.waiting.clear();
      each.idle = server.cores() / readyQueues.size();
    }
    memoryQueue.add(now(), -waitingForRam.size());
    waitingForRam.clear();
    sharing.clear();
    acceptQueue.add(now(), -waitingForThread.size());
    waitingForThread.clear();
    if (threadPool != null) {
      threadsInUse.add(now(), freeThreads - threadPool.threads());
      freeThreads = threadPool.threads();
    }
    io.add(now(), -inIo);
    inIo = 0;
    pools.forEach(ReferencePool::empty);
  }
}
