package dev.fastsim.simulation;

import dev.fastsim.metrics.Outcome;

/** Is told of every request that arrives and how it ends. */
interface Witness {

  /** Looks away. */
  Witness NONE =
      new Witness() {
        @Override
        public void arrived(int request, long time) {}

        @Override
        public void ended(int request, Outcome outcome, long time) {}
      };

  /** A request arrives now; it keeps its number until it ends or the run does. */
  void arrived(int request, long time);

  /** The request ends at a time, which may lie ahead while the response is on its way. */
  void ended(int request, Outcome outcome, long time);
}
