package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.TimerQueue;

/** A way to a cluster or a balancer. */
final class Route extends Station implements Onward {

  private final Requests requests;
  private final Ledger ledger;
  private final Way way;
  private final TimerQueue onTheWay = new TimerQueue();

  @SuppressWarnings("NullAway.Init") // set before the first request
  private Destination end;

  Route(Agenda agenda, int number, Requests requests, Ledger ledger, Way way) {
    super(agenda, number);
    this.requests = requests;
    this.ledger = ledger;
    this.way = way;
  }

  void leadTo(Destination destination) {
    end = destination;
  }

  Destination end() {
    return end;
  }

  /** Requests on the way. */
  int inTransit() {
    return onTheWay.size();
  }

  @Override
  public void send(Request request, long now) {
    long arrival = way.travel(request, now);
    if (arrival < 0) {
      ledger.lost(request, ~arrival);
    } else if (arrival == now) {
      end.arrive(request, now);
    } else {
      onTheWay.add(arrival, request.number);
      schedule(onTheWay.nextTime());
    }
  }

  @Override
  void fire(long now) {
    end.arrive(requests.get(onTheWay.poll()), now);
    schedule(onTheWay.nextTime());
  }
}
