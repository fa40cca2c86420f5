package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;
import dev.fastsim.random.Streams;
import dev.fastsim.scenario.LoadBalancer;
import java.util.function.IntUnaryOperator;

/** A load balancer: sends each request on by one of its ways. */
final class Balancer implements Destination {

  private final Ledger ledger;
  private final Onward[] ways;
  private final Balancing balancing;

  Balancer(LoadBalancer node, Onward[] ways, Streams streams, int replication, Ledger ledger) {
    this.ledger = ledger;
    this.ways = ways;
    IntUnaryOperator load =
        switch (node.policy()) {
          case FEWEST_IN_TRANSIT -> way -> ((Route) ways[way]).inTransit();
          default -> this::connections;
        };
    this.balancing =
        new Balancing(
            node.policy(),
            ways.length,
            load,
            streams.stream(replication, "balancer " + node.name(), "choice"));
  }

  /** Requests on the way to a cluster and inside it. */
  private int connections(int way) {
    Route route = (Route) ways[way];
    return route.inTransit() + ((Cluster) route.end()).inside();
  }

  @Override
  public void arrive(Request request, long now) {
    if (balancing.isEmpty()) {
      ledger.failed(request, Outcome.REJECTED, now);
    } else {
      ways[balancing.pick()].send(request, now);
    }
  }

  /** Takes the ways to a cluster out of the rotation, or back in. */
  void route(Cluster cluster, boolean open) {
    for (int i = 0; i < ways.length; i++) {
      if (ways[i] instanceof Route route && route.end() == cluster) {
        balancing.setMember(i, open);
      }
    }
  }
}
