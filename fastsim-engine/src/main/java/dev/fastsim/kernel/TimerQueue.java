package dev.fastsim.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Items that fall due at given times; equal times in the order they were added.
 *
 * <p>The earliest are in a {@link SortedRun}, which this is, and into which an item is inserted
 * from the end, so that equal delays cost nothing to sort. As long as few items are there, or each
 * is nearly the latest, these are all. When an insertion would have to move too many, the run goes
 * into a {@link Ladder}, which gives it back little by little, and from which it is whole again
 * when little is left.
 *
 * <p>An item costs a bounded number of moves: at most {@link #MOVES_MOST} in the run for each time
 * it gets there, and one for each rung on its way down.
 */
public final class TimerQueue extends SortedRun {

  /** Moves in the run that cost about as much as the ladder does. */
  private static final int MOVES_MOST = 32;

  /** So few items leave the ladder all at once. */
  private static final int LADDER_LEAST = 8;

  /** What belongs to so many items is likely to lie far from the processor. */
  private static final int FAR_LEAST = 1 << 14;

  private final Ladder ladder = new Ladder();
  private final @Nullable Foreseen foreseen;

  /** What falls due before is in the run, all else in the ladder. */
  private long runEnd = Agenda.NEVER;

  private long next = Agenda.NEVER;

  /** The time of the item polled last. */
  private long last;

  /**
   * Is told which items come next, if there are many, so that it can fetch what belongs to them.
   */
  @FunctionalInterface
  public interface Foreseen {

    /**
     * These come next, unless others are added that come before.
     *
     * @param items an array to be read only
     * @param from index of the first of them
     * @param to index after the last
     */
    void next(int[] items, int from, int to);
  }

  /** Makes a queue of items to which nothing belongs. */
  public TimerQueue() {
    this(null);
  }

  /** Makes a queue that says ahead which items come next. */
  public TimerQueue(@Nullable Foreseen foreseen) {
    this.foreseen = foreseen;
  }

  /**
   * Adds an item.
   *
   * @param time when it falls due; not before the item that was polled last, and before {@link
   *     Agenda#NEVER}
   */
  public void add(long time, int item) {
    if (time >= runEnd) {
      ladder.add(time, item);
    } else if (holdsLater(time, MOVES_MOST)) {
      runEnd = last;
      ladder.takeOver(this, last);
      ladder.add(time, item);
    } else {
      insert(time, item);
    }
    if (time < next) {
      next = time;
    }
  }

  /** The earliest time, {@link Agenda#NEVER} if the queue is empty. */
  public long nextTime() {
    return next;
  }

  /** Removes and returns the earliest item; the queue must not be empty. */
  public int poll() {
    if (isRunEmpty()) {
      refill();
    }
    last = next;
    int item = pollRun();
    next = isRunEmpty() ? firstOfLadder() : runFirst();
    return item;
  }

  private long firstOfLadder() {
    return ladder.isEmpty() ? Agenda.NEVER : ladder.first();
  }

  private void refill() {
    boolean isLittle = ladder.size() <= LADDER_LEAST;
    do {
      runEnd = ladder.pourInto(this);
    } while (isLittle && !ladder.isEmpty());
    if (foreseen != null && ladder.size() >= FAR_LEAST) {
      show(foreseen);
    }
  }

  /** How many items wait. */
  public int size() {
    return runSize() + ladder.size();
  }

  /** Forgets all items, none of which counts as polled. */
  public void clear() {
    long polled = last;
    while (size() > 0) {
      poll();
    }
    last = polled;
  }
}
