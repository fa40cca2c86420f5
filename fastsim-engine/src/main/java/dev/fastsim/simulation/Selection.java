package dev.fastsim.simulation;

import java.util.Set;

/** Which requests of a replication are kept by a {@link Recorder}. */
interface Selection {

  /**
   * A request arrives; called once for each, in order.
   *
   * @return whether it may be wanted when it has ended
   */
  boolean arrives(int number, long time);

  /** Whether none that arrives later will be wanted. */
  boolean isOver();

  /** Whether a request that may be wanted is, now that its end is known. */
  boolean wants(long end);

  /** Those that are inside at some time of a window. */
  final class Inside implements Selection {

    private final int most;
    private final int first;
    private long from;
    private long to;
    private int arrivals;
    private boolean over;

    /**
     * Chooses a window.
     *
     * @param from its start
     * @param to its end, unless too many arrive
     * @param most how many may arrive in it
     * @param first number of the first that may; if others would before, it begins later. 0 if any
     *     may
     */
    Inside(long from, long to, int most, int first) {
      this.from = from;
      this.to = to;
      this.most = most;
      this.first = first;
    }

    @Override
    public boolean arrives(int number, long time) {
      if (number == first) {
        from = Math.max(from, time);
      }
      if (!over && time <= to && (time < from || number < first || ++arrivals <= most)) {
        return true;
      }
      if (!over) {
        over = true;
        to = Math.min(to, time);
      }
      return false;
    }

    @Override
    public boolean isOver() {
      return over;
    }

    @Override
    public boolean wants(long end) {
      return end >= from;
    }

    /** The start of the window, once all is over. */
    long from() {
      return from;
    }

    /** The end of the window, once all is over. */
    long to() {
      return to;
    }
  }

  /** Those of given numbers. */
  final class Numbered implements Selection {

    private final Set<Integer> numbers;
    private int left;

    Numbered(Set<Integer> numbers) {
      this.numbers = numbers;
      this.left = numbers.size();
    }

    @Override
    public boolean arrives(int number, long time) {
      boolean wanted = numbers.contains(number);
      left -= wanted ? 1 : 0;
      return wanted;
    }

    @Override
    public boolean isOver() {
      return left == 0;
    }

    @Override
    public boolean wants(long end) {
      return true;
    }
  }
}
