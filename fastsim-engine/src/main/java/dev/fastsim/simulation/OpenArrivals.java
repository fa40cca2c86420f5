package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;

/** Clients who send at given times, whatever becomes of their requests. */
final class OpenArrivals extends Station {

  private final ArrivalTimes times;
  private final Arrivals arrivals;

  OpenArrivals(Agenda agenda, ArrivalTimes times, Arrivals arrivals) {
    super(agenda);
    this.times = times;
    this.arrivals = arrivals;
    schedule(times.next());
  }

  @Override
  public void fire(long now) {
    Request request = arrivals.open(now);
    schedule(times.next());
    arrivals.send(request, now);
  }
}
