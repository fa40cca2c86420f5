package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.metrics.Level;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.metrics.PoolRun;
import dev.fastsim.metrics.ServiceRun;
import dev.fastsim.metrics.TimeRecorder;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.ConnectionPool;
import dev.fastsim.scenario.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** The replicas of a service, behind its rate limiters and its balancer. */
final class Cluster implements Destination {

  private static final long NEVER_CLOSED = Long.MAX_VALUE;

  private final Service service;
  private final Ledger ledger;
  private final Bodies bodies;
  private final Replica[] replicas;
  private final Balancing balancing;
  private final @Nullable Permits permits;
  private final @Nullable Permits[] endpointPermits;

  /** Whether there is any limiter. */
  private final boolean limited;

  /** Null if nobody waits for permits. */
  private @Nullable PermitQueue waitingForPermits;

  private final TimeRecorder lag = new TimeRecorder();

  /** Whether a request has its endpoint, and its body, before it gets here. */
  private final Preparation preparation;

  private final WeightedChoice endpoints;

  /** From the endpoint the client called to the same one here; for services reached first. */
  private final int[] own;

  /** Since when no replica takes requests. */
  private long closedSince = NEVER_CLOSED;

  /** Null if there are always as many replicas. */
  private @Nullable Scaling scaling;

  private boolean killed;
  private int inside;

  /** By endpoint; empty if no other service calls this one. */
  private CallBooks[] books = new CallBooks[0];

  @SuppressWarnings("NullAway.Init") // connected before the first request
  private Onward exit;

  /** How much of a request is settled before it reaches the service. */
  enum Preparation {
    /** Its endpoint and all its steps. */
    RECORDED,
    /** Its endpoint. */
    CALLED,
    /** Nothing: another service passes it on. */
    NONE
  }

  Cluster(
      Service service,
      Preparation preparation,
      int[] own,
      Ledger ledger,
      Bodies bodies,
      Replica[] replicas,
      Streams streams,
      int replication) {
    this.service = service;
    this.preparation = preparation;
    this.own = own;
    this.ledger = ledger;
    this.bodies = bodies;
    this.replicas = replicas;
    this.permits = service.limiter().map(Permits::of).orElse(null);
    this.endpointPermits =
        service.endpoints().stream()
            .map(endpoint -> endpoint.limiter().map(Permits::of).orElse(null))
            .toArray(Permits[]::new);
    this.limited = permits != null || Arrays.stream(endpointPermits).anyMatch(Objects::nonNull);
    UniformRandomProvider choice =
        streams.stream(replication, "balancer " + service.name(), "choice");
    this.balancing =
        new Balancing(
            service.server().balancer(), replicas.length, i -> replicas[i].inside(), choice);
    this.endpoints =
        new WeightedChoice(
            service.endpoints().stream().mapToDouble(endpoint -> endpoint.weight()).toArray(),
            streams.stream(replication, "service " + service.name(), "endpoint"));
    Arrays.stream(replicas).forEach(replica -> replica.joins(this));
  }

  /**
   * Sets where served requests go.
   *
   * @param unnoticed whether nobody inside takes notice when a request leaves
   */
  void connect(Onward onward, boolean unnoticed) {
    exit = onward;
    if (unnoticed && onward instanceof WayOut wayOut && wayOut.isDrawnAhead()) {
      Arrays.stream(replicas).forEach(replica -> replica.leaveAheadBy(wayOut));
    }
  }

  /** Replicas come and go. */
  void scaleBy(Scaling itsScaling) {
    scaling = itsScaling;
    itsScaling.manage(this);
  }

  /** The end of the warm-up: gauges start anew. */
  void restart(long now) {
    if (scaling != null) {
      scaling.restart(now);
    }
  }

  /** Sets whether a replica takes requests. */
  void setMember(int replica, boolean member) {
    balancing.setMember(replica, member);
  }

  /**
   * Makes the service answer calls.
   *
   * @param onward where requests go that reached it by a link; null if none does
   */
  void connectCalls(@Nullable Onward onward) {
    books =
        service.endpoints().stream()
            .map(endpoint -> ledger.booksForCalls(endpoint.name()))
            .toArray(CallBooks[]::new);
    exit = new CallExit(ledger, onward);
  }

  boolean isCalled() {
    return books.length > 0;
  }

  CallBooks books(int endpoint) {
    return books[endpoint];
  }

  Service service() {
    return service;
  }

  TimeRecorder lag() {
    return lag;
  }

  /** Requests inside the replicas. */
  int inside() {
    return inside;
  }

  /** A request arrives at the clients that will surely come here. */
  void prepare(Request request, long now) {
    bodies.record(own[request.endpoint], request, now);
    if (exit instanceof WayOut wayOut) {
      wayOut.drawAhead(request);
    }
  }

  @Override
  public void arrive(Request request, long now) {
    int endpoint = preparation == Preparation.NONE ? endpoints.pick() : own[request.endpoint];
    if (preparation != Preparation.RECORDED) {
      request.ram = 0;
      bodies.record(endpoint, request, now);
    }
    admit(request, endpoint, now);
  }

  /** A call of another service arrives. */
  void called(Request call, int endpoint, long now) {
    books[endpoint].arrived(now);
    bodies.record(endpoint, call, now);
    admit(call, endpoint, now);
  }

  private void admit(Request request, int endpoint, long now) {
    if (isClosedTo(request)) {
      ledger.failed(request, Outcome.REJECTED, now);
    } else if (limited) {
      limit(request, endpoint, now);
    } else {
      replicas[balancing.pick()].enter(request, now);
    }
  }

  /** Draining replicas finish what was sent to them before. */
  private boolean isClosedTo(Request request) {
    return closedSince != NEVER_CLOSED && (killed || request.sent >= closedSince);
  }

  /** Takes a permit from both limiters or from neither; the request may have to wait for it. */
  private void limit(Request request, int endpoint, long now) {
    Permits its = endpointPermits[endpoint];
    long ofService = permits == null ? 0 : permits.nanosToPermit(now);
    long ofEndpoint = its == null ? 0 : its.nanosToPermit(now);
    if (permits != null && ofService > permits.patience()) {
      await(request, permits.patience(), true, now);
    } else if (its != null && ofEndpoint > its.patience()) {
      await(request, its.patience(), true, now);
    } else {
      if (permits != null) {
        permits.take();
      }
      if (its != null) {
        its.take();
      }
      await(request, Math.max(ofService, ofEndpoint), false, now);
    }
  }

  private void await(Request request, long wait, boolean inVain, long now) {
    if (wait > 0 && waitingForPermits != null) {
      request.limiterWait += wait;
      waitingForPermits.add(request, now, now + wait, inVain);
    } else if (inVain) {
      refused(request, now);
    } else {
      replicas[balancing.pick()].enter(request, now);
    }
  }

  /** A request has waited for a permit in vain. */
  void refused(Request request, long now) {
    ledger.failed(request, Outcome.REJECTED, now);
  }

  /** A request has waited for its permits, and may enter if the service is still there. */
  void permitted(Request request, long now) {
    if (isClosedTo(request)) {
      ledger.failed(request, Outcome.REJECTED, now);
    } else {
      replicas[balancing.pick()].enter(request, now);
    }
  }

  /** Makes room for requests that wait for permits, if there will be any. */
  void installPermitQueue(Agenda agenda, Requests requests, @Nullable Recorder recorder) {
    boolean awaited =
        Stream.concat(Stream.ofNullable(permits), Arrays.stream(endpointPermits))
            .anyMatch(each -> each != null && each.patience() > 0);
    if (awaited) {
      waitingForPermits = new PermitQueue(agenda, this, requests, recorder);
    }
  }

  /** A replica starts to work, or to wait, for a request. */
  void entered() {
    inside++;
  }

  /** A request has left its replica. */
  void left() {
    inside--;
  }

  /** Sends a served request on. */
  void served(Request request, long now) {
    exit.send(request, now);
  }

  /**
   * Sets which replicas take requests.
   *
   * @param down how many do not, the first ones
   * @param dead how many of these are killed
   * @return whether the service turned from open to closed or back
   */
  boolean setOutage(int down, int dead, long now) {
    boolean wasClosed = closedSince != NEVER_CLOSED;
    boolean isClosed = down >= replicas.length;
    killed = dead >= replicas.length;
    for (int i = 0; i < replicas.length; i++) {
      if (i < dead) {
        replicas[i].kill(now);
      }
    }
    // A closed service's draining replicas stay in the rotation for what was sent to them before.
    int out = Math.min(isClosed ? dead : down, replicas.length);
    for (int i = 0; i < replicas.length; i++) {
      if (i < out) {
        balancing.setMember(i, false);
      }
    }
    for (int i = out; i < replicas.length; i++) {
      balancing.setMember(i, true);
    }
    if (isClosed != wasClosed) {
      closedSince = isClosed ? now : NEVER_CLOSED;
    }
    return isClosed != wasClosed;
  }

  List<Replica> replicas() {
    return List.of(replicas);
  }

  /** What was measured, up to the end. */
  ServiceRun read(long now) {
    double measuredSeconds = ledger.measuredSeconds(now);
    List<PoolRun> pools = new ArrayList<>();
    for (ConnectionPool pool : service.pools()) {
      List<Pool> each = Arrays.stream(replicas).map(replica -> replica.pool(pool.name())).toList();
      pools.add(
          new PoolRun(
              pool.name(),
              each.stream().map(one -> one.inUse.read(now)).toList(),
              each.stream().map(one -> one.queue.read(now)).toList(),
              each.stream().mapToLong(one -> one.timeouts).sum()));
    }
    return new ServiceRun(
        service.name(),
        Arrays.stream(replicas).map(replica -> replica.read(now)).toList(),
        scaling == null ? Level.constant(replicas.length) : scaling.running(now),
        scaling == null ? List.of() : scaling.changes(),
        lag.read(),
        pools,
        Arrays.stream(books).map(each -> each.read(measuredSeconds)).toList());
  }
}
