package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import org.jspecify.annotations.Nullable;

/** The clients: requests arrive, pick their endpoint by weight, and are recorded. */
final class Arrivals extends Station {

  private final ArrivalTimes times;
  private final WeightedChoice endpoints;
  private final Requests requests;
  private final Ledger ledger;
  private final Onward wayIn;

  /** Where every request goes first; null if a balancer decides. */
  private final @Nullable Cluster certain;

  Arrivals(
      Agenda agenda,
      ArrivalTimes times,
      WeightedChoice endpoints,
      Requests requests,
      Ledger ledger,
      Onward wayIn,
      @Nullable Cluster certain) {
    super(agenda);
    this.times = times;
    this.endpoints = endpoints;
    this.requests = requests;
    this.ledger = ledger;
    this.wayIn = wayIn;
    this.certain = certain;
    schedule(times.next());
  }

  @Override
  public void fire(long now) {
    Request request = requests.open(endpoints.pick(), now);
    ledger.arrived(request);
    if (certain != null) {
      certain.prepare(request, now);
    }
    schedule(times.next());
    wayIn.send(request, now);
  }
}
