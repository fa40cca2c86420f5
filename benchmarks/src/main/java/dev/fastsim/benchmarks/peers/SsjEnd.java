package dev.fastsim.benchmarks.peers;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** Stops an SSJ simulator. */
final class SsjEnd extends Event {

  SsjEnd(Simulator simulator) {
    super(simulator);
  }

  @Override
  public void actions() {
    sim.stop();
  }
}
