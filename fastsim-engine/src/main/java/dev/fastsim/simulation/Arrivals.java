package dev.fastsim.simulation;

import org.jspecify.annotations.Nullable;

/** What happens when a request arrives: it picks its endpoint by weight, and is recorded. */
final class Arrivals {

  private final WeightedChoice endpoints;
  private final Requests requests;
  private final Ledger ledger;
  private final Onward wayIn;

  /** Where every request goes first; null if a balancer decides. */
  private final @Nullable Cluster certain;

  Arrivals(
      WeightedChoice endpoints,
      Requests requests,
      Ledger ledger,
      Onward wayIn,
      @Nullable Cluster certain) {
    this.endpoints = endpoints;
    this.requests = requests;
    this.ledger = ledger;
    this.wayIn = wayIn;
    this.certain = certain;
  }

  /** A request arrives. */
  Request open(long now) {
    Request request = requests.open(endpoints.pick(), now);
    ledger.arrived(request);
    if (certain != null) {
      certain.prepare(request, now);
    }
    return request;
  }

  /** It goes on its way. */
  void send(Request request, long now) {
    wayIn.send(request, now);
  }
}
