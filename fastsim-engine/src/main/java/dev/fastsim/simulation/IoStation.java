package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.TimerQueue;

/** The requests of all replicas that wait in one I/O step without holding a core. */
final class IoStation extends Station {

  private final Requests requests;
  private final Replica[] replicas;
  private final int step;
  private final TimerQueue inFlight = new TimerQueue();

  IoStation(Agenda agenda, int number, Requests requests, Replica[] replicas, int step) {
    super(agenda, number);
    this.requests = requests;
    this.replicas = replicas;
    this.step = step;
  }

  void start(int slot, long until) {
    requests.awaitsIo[slot] = true;
    inFlight.add(until, slot);
    schedule(inFlight.nextTime());
  }

  @Override
  void fire(long now) {
    int slot = inFlight.poll();
    schedule(inFlight.nextTime());
    if (requests.replica[slot] == Requests.DEAD) {
      requests.bury(slot);
      return;
    }
    requests.awaitsIo[slot] = false;
    Replica replica = replicas[requests.replica[slot]];
    replica.ioEnded(step, now);
    replica.proceed(slot, now);
  }
}
