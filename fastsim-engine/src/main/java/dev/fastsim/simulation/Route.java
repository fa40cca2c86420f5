package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.TimerQueue;

/** A way to a cluster or a balancer. */
final class Route extends Station implements Onward {

  private final Ledger ledger;
  private final Way way;
  private final TimerQueue onTheWay = new TimerQueue();

  @SuppressWarnings("NullAway.Init") // set before the first request
  private Destination end;

  Route(Agenda agenda, int number, Ledger ledger, Way way) {
    super(agenda, number);
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
  public void send(int slot, long now) {
    long arrival = way.travel(slot, now);
    if (arrival < 0) {
      ledger.lost(slot, ~arrival);
    } else if (arrival == now) {
      end.arrive(slot, now);
    } else {
      onTheWay.add(arrival, slot);
      schedule(onTheWay.nextTime());
    }
  }

  @Override
  void fire(long now) {
    int slot = onTheWay.poll();
    schedule(onTheWay.nextTime());
    end.arrive(slot, now);
  }
}
