package dev.fastsim.kernel;

/** Something that has a next time, at which it does what is due. */
public abstract class Station {

  private final Agenda agenda;

  /** Which one of the agenda's stations it is. */
  final int number;

  /** When it is to fire next. */
  long next = Agenda.NEVER;

  /**
   * Makes a station that has nothing to do yet, the next one of its agenda.
   *
   * @param agenda where it is to be found when its time has come
   */
  protected Station(Agenda agenda) {
    this.agenda = agenda;
    this.number = agenda.add(this);
  }

  /** Does what is due now, and schedules what is next. */
  public abstract void fire(long now);

  /** Its next time; {@link Agenda#NEVER} if it has nothing to do. */
  public final long next() {
    return next;
  }

  /** Sets the station's next time. */
  protected final void schedule(long time) {
    if (time != next) {
      next = time;
      agenda.changed(this);
    }
  }
}
