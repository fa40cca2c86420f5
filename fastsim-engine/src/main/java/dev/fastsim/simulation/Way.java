package dev.fastsim.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Links one after the other, with nothing to decide between them. A message's whole journey is
 * known when it begins, so the links in the middle need no events.
 */
final class Way {

  private final Wire[] wires;

  /** Whether messages are there at once, and none is lost. */
  private final boolean instant;

  private final boolean lossy;

  /** Mostly null; see {@link Recorder}. */
  private final @Nullable Recorder recorder;

  Way(Wire[] wires, @Nullable Recorder recorder) {
    this.wires = wires;
    this.recorder = recorder;
    this.instant = Arrays.stream(wires).allMatch(Wire::isInstant);
    this.lossy = Arrays.stream(wires).anyMatch(Wire::isLossy);
  }

  boolean isInstant() {
    return instant;
  }

  /** How many latencies {@link #draw} draws. */
  int latencies() {
    return instant ? 0 : wires.length;
  }

  /** How many decisions on losses {@link #draw} draws. */
  int lucks() {
    return lossy ? wires.length : 0;
  }

  /** Draws the request's fate on this way, to be used later. */
  void draw(Request request) {
    if (instant) {
      return;
    }
    for (int i = 0; i < wires.length; i++) {
      request.latencyDrawn[i] = wires[i].drawLatency();
      if (lossy) {
        request.luckDrawn[i] = wires[i].drawLuck();
      }
    }
  }

  /** Sends a request whose fate was drawn, now or later; see {@link #travel}. */
  long travelAsDrawn(Request request, long departure) {
    if (instant) {
      return departure;
    }
    long time = departure;
    for (int i = 0; i < wires.length; i++) {
      if (lossy && wires[i].loses(time, request.luckDrawn[i])) {
        return ~time;
      }
      if (recorder != null) {
        recorder.travels(request, wires[i].name(), time);
      }
      time = wires[i].carry(time, request.latencyDrawn[i]);
    }
    request.network += time - departure;
    return time;
  }

  /**
   * Sends a request.
   *
   * @return when it gets to the end, or the complement of the time at which it is lost
   */
  long travel(Request request, long now) {
    request.sent = now;
    if (instant) {
      return now;
    }
    long time = now;
    boolean lost = false;
    for (Wire wire : wires) {
      long latency = wire.drawLatency();
      double luck = wire.drawLuck();
      lost = lost || wire.loses(time, luck);
      if (!lost) {
        request.sent = time;
        if (recorder != null) {
          recorder.travels(request, wire.name(), time);
        }
        time = wire.carry(time, latency);
      }
    }
    if (lost) {
      return ~time;
    }
    request.network += time - now;
    return time;
  }
}
