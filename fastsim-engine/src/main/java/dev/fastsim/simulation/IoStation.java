package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;

/** The requests of all replicas that wait in one I/O step without holding a core. */
final class IoStation extends Station implements IoWait {

  private final Requests requests;
  private final Replica[] replicas;
  private final int step;
  private final TimerQueue inFlight;

  IoStation(Agenda agenda, Requests requests, Replica[] replicas, int step) {
    super(agenda);
    this.requests = requests;
    this.replicas = replicas;
    this.step = step;
    this.inFlight = new TimerQueue(requests::fetch);
  }

  @Override
  public void start(Request request, long until) {
    request.awaitsIo = true;
    if (until < inFlight.nextTime()) {
      schedule(until);
    }
    inFlight.add(until, request.number);
  }

  @Override
  public void fire(long now) {
    Request request = requests.get(inFlight.poll());
    if (request.replica == Request.DEAD) {
      requests.close(request);
    } else {
      request.awaitsIo = false;
      Replica replica = replicas[request.replica];
      replica.ioEnded(step, now);
      replica.proceed(request, now);
    }
    schedule(inFlight.nextTime());
  }
}
