package dev.fastsim.simulation;

import dev.fastsim.kernel.Agenda;

/** Something with a next time on the agenda. */
abstract class Station {

  private final Agenda agenda;
  private final int number;

  Station(Agenda agenda, int number) {
    this.agenda = agenda;
    this.number = number;
  }

  /** Does what is due now, and schedules what is next. */
  abstract void fire(long now);

  /** Sets the station's next time. */
  final void schedule(long time) {
    agenda.set(number, time);
  }
}
