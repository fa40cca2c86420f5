package dev.fastsim.simulation;

/**
 * Links one after the other, with nothing to decide between them. A message's whole journey is
 * known when it begins, so the links in the middle need no events.
 */
final class Way {

  private final Requests requests;
  private final Wire[] wires;

  Way(Requests requests, Wire[] wires) {
    this.requests = requests;
    this.wires = wires;
  }

  /** Draws the request's fate on this way, to be used later; see {@link Requests#latencyDrawn}. */
  void draw(int slot) {
    for (int i = 0; i < wires.length; i++) {
      requests.latencyDrawn[slot * wires.length + i] = wires[i].drawLatency();
      requests.luckDrawn[slot * wires.length + i] = wires[i].drawLuck();
    }
  }

  /** Sends a request whose fate was drawn; see {@link #travel(int, long)}. */
  long travelAsDrawn(int slot, long now) {
    long time = now;
    for (int i = 0; i < wires.length; i++) {
      int at = slot * wires.length + i;
      if (wires[i].loses(time, requests.luckDrawn[at])) {
        return ~time;
      }
      time = step(slot, wires[i], time, requests.latencyDrawn[at], now);
    }
    requests.network[slot] += time - now;
    return time;
  }

  /**
   * Sends a request.
   *
   * @return when it gets to the end, or the complement of the time at which it is lost
   */
  long travel(int slot, long now) {
    long time = now;
    boolean lost = false;
    for (Wire wire : wires) {
      long latency = wire.drawLatency();
      double luck = wire.drawLuck();
      lost = lost || wire.loses(time, luck);
      time = lost ? time : step(slot, wire, time, latency, now);
    }
    if (lost) {
      return ~time;
    }
    requests.network[slot] += time - now;
    return time;
  }

  private long step(int slot, Wire wire, long time, long latency, long now) {
    requests.sent[slot] = time;
    return wire.carry(time, latency, now);
  }
}
