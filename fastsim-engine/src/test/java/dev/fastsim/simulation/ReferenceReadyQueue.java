package dev.fastsim.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Some cores, and the requests that wait for one of them. */
final class ReferenceReadyQueue {

  final Deque<ReferenceRequest> waiting = new ArrayDeque<>();
  int idle;
  boolean isServed;

  ReferenceReadyQueue(int cores) {
    idle = cores;
  }

  boolean isBusy() {
    return idle == 0 || !waiting.isEmpty();
  }
}
