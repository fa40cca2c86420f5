package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Body;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Endpoint;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.ProgramSource;
import dev.fastsim.scenario.RateLimiter;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.Service;
import dev.fastsim.scenario.Step;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * The semantics once more, slow and obvious: one priority queue of lambdas, one object for each
 * request, nothing reused. It shares with the simulator only the arrival times and the random
 * numbers, which it takes from the same streams by the same names.
 *
 * <p>At equal times I/O goes first (by step), then CPUs (by replica), then the request link, then
 * timeouts (by replica, then pool), then arrivals; equals of one kind in the order in which they
 * were planned. A core or memory that comes free is handed on before whoever gave it back goes on;
 * what that sets free in turn goes to the queue that is being served already.
 */
final class ReferenceSimulator {

  private static final long LOST = -1;

  private record Event(long time, int rank, long order, Runnable action) {}

  /** A step as one request takes it. */
  private record Work(Step step, long nanos) {}

  static final class Request {
    final int endpoint;
    final long arrival;
    private final List<Work> work = new ArrayList<>();
    private long ram;
    private long delayIn;
    private long delayOut;
    private int next;
    private boolean holdsCore;
    private long since;

    /** Null while inside. */
    @Nullable Outcome outcome;

    /** Where the time went, in nanoseconds. */
    final Map<String, Long> spent = new HashMap<>();

    long end;

    Request(int endpoint, long arrival) {
      this.endpoint = endpoint;
      this.arrival = arrival;
    }

    private void spend(String category, long nanos) {
      spent.merge(category, nanos, Long::sum);
    }
  }

  private static final class Bucket {
    private final BigDecimal perNano;
    private final BigDecimal burst;
    private BigDecimal tokens;
    private long asOf;

    Bucket(RateLimiter limiter) {
      perNano = new BigDecimal(limiter.permitsPerSecond()).movePointLeft(9);
      burst = new BigDecimal(limiter.burst());
      tokens = burst;
    }

    boolean hasToken(long now) {
      tokens = burst.min(tokens.add(perNano.multiply(BigDecimal.valueOf(now - asOf))));
      asOf = now;
      return tokens.add(perNano).compareTo(BigDecimal.ONE) >= 0;
    }

    void take() {
      tokens = tokens.subtract(BigDecimal.ONE);
    }
  }

  final class Node {
    private final int number;
    private int idle = service.server().cores();
    private long freeRam = service.server().ramBytes();
    private final Deque<Request> ready = new ArrayDeque<>();
    private final Deque<Request> waitingForRam = new ArrayDeque<>();
    final List<Connections> pools = new ArrayList<>();
    private boolean servingReady;
    private boolean servingMemory;
    private int inside;
    final Timeline coresHeld = new Timeline();
    final Timeline readyQueue = new Timeline();
    final Timeline io = new Timeline();
    final Timeline ramInUse = new Timeline();
    final Timeline memoryQueue = new Timeline();

    Node(int number) {
      this.number = number;
      for (ConnectionPool pool : service.pools()) {
        pools.add(new Connections(this, pool));
      }
    }

    private boolean mustWaitForRam(Request request) {
      return request.ram > 0 && (request.ram > freeRam || !waitingForRam.isEmpty());
    }

    private boolean mustWaitForCore() {
      return idle == 0 || !ready.isEmpty();
    }

    void enter(Request request) {
      boolean startsOnCore = !request.work.isEmpty() && needsCore(request.work.get(0).step);
      boolean mustWait = mustWaitForRam(request) || (startsOnCore && mustWaitForCore());
      if (mustWait && waitingForRam.size() + ready.size() >= service.server().maxQueue()) {
        end(request, Outcome.REJECTED, now);
        return;
      }
      inside++;
      if (mustWaitForRam(request)) {
        request.since = now;
        waitingForRam.add(request);
        memoryQueue.add(now, 1);
      } else {
        takeRam(request);
        goOn(request);
      }
    }

    private void takeRam(Request request) {
      freeRam -= request.ram;
      ramInUse.add(now, request.ram);
    }

    void goOn(Request request) {
      if (request.next == request.work.size()) {
        leave(request);
        respond(request);
        return;
      }
      Work work = request.work.get(request.next);
      if (needsCore(work.step) && !request.holdsCore) {
        if (mustWaitForCore()) {
          request.since = now;
          ready.add(request);
          readyQueue.add(now, 1);
        } else {
          takeCore(request, 0);
          goOn(request);
        }
      } else if (work.step instanceof Step.Cpu) {
        long until = now;
        while (request.next < request.work.size()
            && request.work.get(request.next).step instanceof Step.Cpu) {
          Work burst = request.work.get(request.next++);
          until += burst.nanos;
          request.spend(burst.step.name(), burst.nanos);
        }
        at(until, cpuRank(number), () -> goOn(request));
      } else {
        Step.Io io = (Step.Io) work.step;
        if (!io.blocking()) {
          giveCoreBack(request);
        }
        if (io.pool().isPresent()) {
          pool(io.pool().get()).acquire(request);
        } else {
          waitForIo(request);
        }
      }
    }

    void waitForIo(Request request) {
      Work work = request.work.get(request.next++);
      Step.Io step = (Step.Io) work.step;
      request.spend(step.name(), work.nanos);
      io.add(now, 1);
      at(
          now + work.nanos,
          step.blocking() ? cpuRank(number) : scenario.steps().indexOf(step),
          () -> {
            io.add(now, -1);
            step.pool().ifPresent(name -> pool(name).release());
            goOn(request);
          });
    }

    private void takeCore(Request request, long waited) {
      idle--;
      coresHeld.add(now, 1);
      request.holdsCore = true;
      if (now >= warmUp) {
        lags.add(waited);
      }
    }

    private void giveCoreBack(Request request) {
      if (!request.holdsCore) {
        return;
      }
      request.holdsCore = false;
      idle++;
      coresHeld.add(now, -1);
      if (!servingReady) {
        servingReady = true;
        while (idle > 0 && !ready.isEmpty()) {
          Request first = ready.remove();
          readyQueue.add(now, -1);
          first.spend("ready queue", now - first.since);
          takeCore(first, now - first.since);
          goOn(first);
        }
        servingReady = false;
      }
    }

    private void giveRamBack(Request request) {
      freeRam += request.ram;
      ramInUse.add(now, -request.ram);
      if (!servingMemory) {
        servingMemory = true;
        while (!waitingForRam.isEmpty() && waitingForRam.element().ram <= freeRam) {
          Request first = waitingForRam.remove();
          memoryQueue.add(now, -1);
          first.spend("memory wait", now - first.since);
          takeRam(first);
          goOn(first);
        }
        servingMemory = false;
      }
    }

    void leave(Request request) {
      inside--;
      giveCoreBack(request);
      giveRamBack(request);
    }

    private Connections pool(String name) {
      return pools.stream().filter(pool -> pool.pool.name().equals(name)).findFirst().orElseThrow();
    }
  }

  final class Connections {
    private final Node node;
    private final ConnectionPool pool;
    private final int rank;
    private int free;
    private final Deque<Request> waiting = new ArrayDeque<>();
    final Timeline inUse = new Timeline();
    final Timeline queue = new Timeline();
    long timeouts;

    Connections(Node node, ConnectionPool pool) {
      this.node = node;
      this.pool = pool;
      this.free = pool.size();
      this.rank = poolRank(node.number, service.pools().indexOf(pool));
    }

    void acquire(Request request) {
      if (free > 0) {
        free--;
        inUse.add(now, 1);
        node.waitForIo(request);
      } else if (pool.acquireTimeout().isZero()) {
        timeOut(request);
      } else {
        request.since = now;
        waiting.add(request);
        queue.add(now, 1);
        int position = request.next;
        at(
            now + pool.acquireTimeout().toNanos(),
            rank,
            () -> {
              if (request.next == position && waiting.remove(request)) {
                queue.add(now, -1);
                timeOut(request);
              }
            });
      }
    }

    private void timeOut(Request request) {
      timeouts += now >= warmUp ? 1 : 0;
      node.leave(request);
      end(request, Outcome.TIMED_OUT, now);
    }

    void release() {
      if (waiting.isEmpty()) {
        free++;
        inUse.add(now, -1);
      } else {
        Request first = waiting.remove();
        queue.add(now, -1);
        first.spend("pool " + pool.name() + " wait", now - first.since);
        node.waitForIo(first);
      }
    }
  }

  private static final PiecewiseConstant NO_SURGES =
      PiecewiseConstant.of(List.<Fault.Surge>of(), 1, (factor, surge) -> factor);

  private final Scenario scenario;
  private final Service service;
  private final Streams streams;
  private final int replication;
  private final long warmUp;
  private final long horizon;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::time)
              .thenComparingInt(Event::rank)
              .thenComparingLong(Event::order));
  private final UniformRandomProvider balancer;
  private final @Nullable Bucket bucket;
  private final List<@Nullable Bucket> buckets = new ArrayList<>();
  private long order;
  private long now;
  private int turn;

  final List<Request> requests = new ArrayList<>();
  final List<Node> nodes = new ArrayList<>();
  final List<Long> lags = new ArrayList<>();
  final Timeline inside = new Timeline();
  final Timeline toServer = new Timeline();
  final Timeline toClient = new Timeline();

  ReferenceSimulator(Scenario scenario, int replication) {
    this.scenario = scenario;
    this.service = scenario.services().get(0);
    this.replication = replication;
    streams = new Streams(scenario.runs().seed());
    warmUp = scenario.runs().warmUp().toNanos();
    horizon = scenario.runs().duration().toNanos();
    balancer = streams.stream(replication, "balancer " + service.name(), "choice");
    bucket = service.limiter().map(Bucket::new).orElse(null);
    for (Endpoint endpoint : scenario.endpoints()) {
      buckets.add(endpoint.limiter().map(Bucket::new).orElse(null));
    }
    for (int i = 0; i < service.server().replicas(); i++) {
      nodes.add(new Node(i));
    }
    record();
    for (Request request : requests) {
      at(request.arrival, Integer.MAX_VALUE, () -> arrive(request));
    }
    while (!events.isEmpty() && events.element().time <= horizon) {
      Event event = events.remove();
      now = event.time;
      event.action.run();
    }
  }

  /** The completed requests of an endpoint that arrived in the measured time. */
  List<Request> completed(int endpoint) {
    return requests.stream()
        .filter(request -> request.endpoint == endpoint && request.arrival >= warmUp)
        .filter(request -> request.outcome == Outcome.COMPLETED)
        .toList();
  }

  private int cpuRank(int node) {
    return scenario.steps().size() + node;
  }

  private int linkRank() {
    return cpuRank(nodes.size());
  }

  private int poolRank(int node, int pool) {
    return cpuRank(service.server().replicas()) + 1 + node * service.pools().size() + pool;
  }

  private void at(long time, int rank, Runnable action) {
    events.add(new Event(time, rank, order++, action));
  }

  private static boolean needsCore(Step step) {
    return step instanceof Step.Cpu || (step instanceof Step.Io io && io.blocking());
  }

  private void arrive(Request request) {
    inside.add(now, 1);
    if (request.delayIn == LOST) {
      end(request, Outcome.DROPPED, now);
    } else if (request.delayIn == 0) {
      admit(request);
    } else {
      toServer.add(now, 1);
      toServer.add(now + request.delayIn, -1);
      at(now + request.delayIn, linkRank(), () -> admit(request));
    }
  }

  private void admit(Request request) {
    List<Bucket> needed = new ArrayList<>();
    if (bucket != null) {
      needed.add(bucket);
    }
    Bucket own = buckets.get(request.endpoint);
    if (own != null) {
      needed.add(own);
    }
    if (needed.stream().filter(each -> each.hasToken(now)).count() < needed.size()) {
      end(request, Outcome.REJECTED, now);
      return;
    }
    needed.forEach(Bucket::take);
    balanced().enter(request);
  }

  private Node balanced() {
    int count = nodes.size();
    if (count == 1) {
      return nodes.get(0);
    }
    return switch (service.server().balancer()) {
      case ROUND_ROBIN -> nodes.get(turn++ % count);
      case RANDOM -> nodes.get(balancer.nextInt(count));
      case LEAST_CONNECTIONS -> {
        List<Node> inTurn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          inTurn.add(nodes.get((turn + i) % count));
        }
        turn++;
        yield inTurn.stream().min(Comparator.comparingInt(node -> node.inside)).orElseThrow();
      }
      case POWER_OF_TWO_CHOICES -> {
        List<Node> left = new ArrayList<>(nodes);
        Node first = left.remove(balancer.nextInt(count));
        Node second = left.get(balancer.nextInt(count - 1));
        yield second.inside < first.inside ? second : first;
      }
      case FEWEST_IN_TRANSIT -> throw new AssertionError("not of replicas");
    };
  }

  private void respond(Request request) {
    if (request.delayOut == LOST) {
      end(request, Outcome.DROPPED, now);
      return;
    }
    long received = now + request.delayOut;
    toClient.add(now, 1);
    toClient.add(received, -1);
    request.spend("network", request.delayIn + request.delayOut);
    if (received <= horizon) {
      end(request, Outcome.COMPLETED, received);
    }
  }

  private void end(Request request, Outcome outcome, long time) {
    request.outcome = outcome;
    request.end = time;
    inside.add(time, -1);
  }

  /** Draws all there is to draw, for one request after the other. */
  private void record() {
    ArrivalTimes times =
        ArrivalTimes.of(scenario.workload(), NO_SURGES, streams, replication, horizon);
    UniformRandomProvider choices = streams.stream(replication, "workload", "endpoint");
    Recorder recorder = new Recorder();
    Wire in = new Wire(scenario.links().get(0));
    Wire out = new Wire(scenario.links().get(1));
    for (long time = times.next(); time != Agenda.NEVER; time = times.next()) {
      Request request = new Request(choose(choices), time);
      recorder.record(request);
      request.delayIn = in.draw();
      request.delayOut = out.draw();
      requests.add(request);
    }
  }

  private int choose(UniformRandomProvider choices) {
    List<Endpoint> endpoints = scenario.endpoints();
    if (endpoints.size() == 1) {
      return 0;
    }
    double total = endpoints.stream().mapToDouble(Endpoint::weight).sum();
    double u = choices.nextDouble();
    double sum = 0;
    for (int i = 0; i < endpoints.size() - 1; i++) {
      sum += endpoints.get(i).weight();
      if (u < sum / total) {
        return i;
      }
    }
    return endpoints.size() - 1;
  }

  private final class Wire {
    private final Sampler latency;
    private final UniformRandomProvider losses;
    private final double loss;

    Wire(Link link) {
      String name = "link " + link.name();
      latency = link.latency().scaledBy(1e9).sampler(streams.stream(replication, name, "latency"));
      losses = streams.stream(replication, name, "loss");
      loss = link.loss();
    }

    long draw() {
      long nanos = latency.nextNanos();
      return loss > 0 && losses.nextDouble() < loss ? LOST : nanos;
    }
  }

  /** Writes the body of one request after the other. */
  private final class Recorder {
    private final Map<String, Sampler> durations = new HashMap<>();
    private final Map<ProgramSource, ProgramSource.Program> programs = new IdentityHashMap<>();
    private Request current = new Request(0, 0);

    void record(Request request) {
      current = request;
      Body body = scenario.endpoints().get(request.endpoint).body();
      if (body instanceof Body.Fixed fixed) {
        fixed.steps().forEach(this::take);
      } else if (body instanceof Body.Recorded recorded) {
        programs
            .computeIfAbsent(recorded.source(), source -> source.open(new Chances(source)))
            .run(recorded.entry());
      }
    }

    private void take(Step step) {
      if (step instanceof Step.Ram memory) {
        current.ram += memory.bytes();
      } else {
        Sampler nanos =
            durations.computeIfAbsent(
                step.name(),
                name ->
                    (step instanceof Step.Cpu cpu ? cpu.time() : ((Step.Io) step).time())
                        .scaledBy(1e9)
                        .sampler(streams.stream(replication, "step " + name, "time")));
        current.work.add(new Work(step, nanos.nextNanos()));
      }
    }

    private final class Chances implements dev.fastsim.scenario.TraceRecorder {
      private final ProgramSource source;
      private final UniformRandomProvider chances = streams.stream(replication, "flow", "chance");
      private final Map<String, Sampler> samplers = new HashMap<>();

      Chances(ProgramSource source) {
        this.source = source;
      }

      @Override
      public void step(int step) {
        take(source.vocabulary().get(step));
      }

      @Override
      public boolean chance(double probability) {
        return chances.nextDouble() < probability;
      }

      @Override
      public double sample(String distribution) {
        return samplers
            .computeIfAbsent(
                distribution,
                text ->
                    dev.fastsim.random.Distribution.ofNumbers(text)
                        .sampler(streams.stream(replication, "flow", "sample " + text)))
            .next();
      }

      @Override
      public long nowNanos() {
        return current.arrival;
      }
    }
  }
}
