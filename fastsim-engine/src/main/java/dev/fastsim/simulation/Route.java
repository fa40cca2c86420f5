package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;
import org.jspecify.annotations.Nullable;

/** A way to a cluster or a balancer. */
final class Route implements Onward {

  private final Requests requests;
  private final Ledger ledger;
  private final Way way;

  /** Null if nothing is ever on the way. */
  private final @Nullable Transit transit;

  @SuppressWarnings("NullAway.Init") // set before the first request
  private Destination end;

  Route(Agenda agenda, Requests requests, Ledger ledger, Way way) {
    this.requests = requests;
    this.ledger = ledger;
    this.way = way;
    this.transit = way.isInstant() ? null : new Transit(agenda);
  }

  void leadTo(Destination destination) {
    end = destination;
  }

  Destination end() {
    return end;
  }

  /** Requests on the way. */
  int inTransit() {
    return transit == null ? 0 : transit.onTheWay.size();
  }

  @Override
  public void send(Request request, long now) {
    long arrival = way.travel(request, now);
    if (arrival == now || transit == null) {
      end.arrive(request, now);
    } else if (arrival < 0) {
      ledger.lost(request, ~arrival);
    } else {
      transit.add(request, arrival);
    }
  }

  /** The requests on the way. */
  private final class Transit extends Station {

    private final TimerQueue onTheWay = new TimerQueue(requests::fetch);

    Transit(Agenda agenda) {
      super(agenda);
    }

    void add(Request request, long arrival) {
      if (arrival < onTheWay.nextTime()) {
        schedule(arrival);
      }
      onTheWay.add(arrival, request.number);
    }

    @Override
    public void fire(long now) {
      end.arrive(requests.get(onTheWay.poll()), now);
      schedule(onTheWay.nextTime());
    }
  }
}
