package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.TimerQueue;
import dev.fastsim.metrics.Outcome;
import dev.fastsim.random.Distribution;
import dev.fastsim.random.Sampler;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.Link;
import dev.fastsim.scenario.Scenario;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** From the client to a replica: the request link, the rate limiters, the balancer. */
final class Gateway extends Station {

  private final Requests requests;
  private final Ledger ledger;
  private final Wire toServer;
  private final Wire toClient;
  private final TimerQueue onTheWay = new TimerQueue();
  private final @Nullable TokenBucket serviceBucket;
  private final @Nullable TokenBucket[] endpointBuckets;
  private final Balancing balancing;
  private final Replica[] replicas;

  Gateway(
      Agenda agenda,
      int number,
      Scenario scenario,
      Streams streams,
      int replication,
      Requests requests,
      Ledger ledger,
      Replica[] replicas) {
    super(agenda, number);
    this.requests = requests;
    this.ledger = ledger;
    this.toServer = new Wire(scenario.toServer(), streams, replication, "link to server");
    this.toClient = new Wire(scenario.toClient(), streams, replication, "link to client");
    this.serviceBucket = scenario.limiter().map(TokenBucket::new).orElse(null);
    this.endpointBuckets =
        scenario.endpoints().stream()
            .map(endpoint -> endpoint.limiter().map(TokenBucket::new).orElse(null))
            .toArray(TokenBucket[]::new);
    this.balancing =
        new Balancing(
            scenario.server().balancer(),
            replicas,
            streams.stream(replication, "balancer", "choice"));
    this.replicas = replicas;
  }

  /** A client sends a request. The fate of its response is drawn now, too. */
  void send(int slot, long now) {
    long there = toServer.draw();
    requests.requestDelay[slot] = there;
    requests.responseDelay[slot] = toClient.draw();
    if (there == Requests.LOST) {
      ledger.lostOnTheWayIn(slot, now);
    } else if (there == 0) {
      admit(slot, now);
    } else {
      onTheWay.add(now + there, slot);
      schedule(onTheWay.nextTime());
    }
  }

  @Override
  void fire(long now) {
    int slot = onTheWay.poll();
    schedule(onTheWay.nextTime());
    admit(slot, now);
  }

  private void admit(int slot, long now) {
    TokenBucket own = endpointBuckets[requests.endpoint[slot]];
    boolean service = serviceBucket == null || serviceBucket.hasToken(now);
    boolean endpoint = own == null || own.hasToken(now);
    if (!service || !endpoint) {
      ledger.failed(slot, Outcome.REJECTED, now);
      return;
    }
    if (serviceBucket != null) {
      serviceBucket.take();
    }
    if (own != null) {
      own.take();
    }
    int replica = balancing.pick();
    requests.replica[slot] = replica;
    replicas[replica].enter(slot, now);
  }

  /** One direction of the network: draws the fate of messages. */
  private static final class Wire {
    private final Sampler latency;
    private final double loss;
    private final UniformRandomProvider losses;

    Wire(Link link, Streams streams, int replication, String name) {
      Distribution nanos = link.latency().scaledBy(1e9);
      this.latency = nanos.sampler(streams.stream(replication, name, "latency"));
      this.loss = link.loss();
      this.losses = streams.stream(replication, name, "loss");
    }

    /** Nanoseconds, or {@link Requests#LOST}. Draws the latency also of a lost message. */
    long draw() {
      long nanos = latency.nextNanos();
      return loss > 0 && losses.nextDouble() < loss ? Requests.LOST : nanos;
    }
  }
}
