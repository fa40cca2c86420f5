package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;
import dev.fastsim.kernel.Station;
import dev.fastsim.kernel.TimerQueue;
import org.jspecify.annotations.Nullable;

/** Requests that wait for permits of a service's limiters, be it in vain. */
final class PermitQueue extends Station {

  private final Cluster cluster;
  private final Requests requests;
  private final @Nullable Recorder recorder;

  /** Twice the number of a request, and one more if it waits in vain. */
  private final TimerQueue waiting = new TimerQueue();

  PermitQueue(Agenda agenda, Cluster cluster, Requests requests, @Nullable Recorder recorder) {
    super(agenda);
    this.cluster = cluster;
    this.requests = requests;
    this.recorder = recorder;
  }

  void add(Request request, long now, long until, boolean inVain) {
    if (recorder != null) {
      recorder.waitsForPermit(request, now);
    }
    waiting.add(until, 2 * request.number + (inVain ? 1 : 0));
    schedule(waiting.nextTime());
  }

  @Override
  public void fire(long now) {
    int item = waiting.poll();
    schedule(waiting.nextTime());
    Request request = requests.get(item / 2);
    if (item % 2 == 1) {
      cluster.refused(request, now);
    } else {
      cluster.permitted(request, now);
    }
  }
}
