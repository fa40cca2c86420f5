package dev.fastsim.kernel;

/**
 * A few items in the order of their times, equal times in the order they were added: a stretch of
 * an array that grows at its end and shrinks at its beginning.
 *
 * <p>A {@link TimerQueue} is one, with a ladder behind it, rather than has one: the hottest fields
 * of a simulation are one step nearer.
 */
abstract class SortedRun {

  private long[] times = new long[16];
  private int[] items = new int[16];

  /** The earliest. */
  private int head;

  /** One more than the latest. */
  private int tail;

  final int runSize() {
    return tail - head;
  }

  final boolean isRunEmpty() {
    return tail == head;
  }

  /** The earliest time; there must be one. */
  final long runFirst() {
    return times[head];
  }

  /** The latest time; there must be one. */
  final long runLast() {
    return times[tail - 1];
  }

  /** Whether at least so many items are later than a time. */
  final boolean holdsLater(long time, int count) {
    return tail - head >= count && times[tail - count] > time;
  }

  /** Removes and returns the earliest item; there must be one. */
  final int pollRun() {
    return items[head++];
  }

  final void show(TimerQueue.Foreseen viewer) {
    viewer.next(items, head, tail);
  }

  /** Adds an item; those that are later make way, from the end, unless it is the earliest. */
  final void insert(long time, int item) {
    if (tail == times.length) {
      makeRoom(1);
    }
    long[] allTimes = times;
    int[] allItems = items;
    int first = head;
    if (first > 0 && first < tail && time < allTimes[first]) {
      head = --first;
      allTimes[first] = time;
      allItems[first] = item;
      return;
    }
    int hole = tail++;
    while (hole > first) {
      long before = allTimes[hole - 1];
      if (before <= time) {
        break;
      }
      allTimes[hole] = before;
      allItems[hole] = allItems[hole - 1];
      hole--;
    }
    allTimes[hole] = time;
    allItems[hole] = item;
  }

  /**
   * Appends items none of which is earlier than any that is there. Each item's rank is counted
   * without a branch, which would be mispredicted every other time.
   *
   * @param start index of the first one in the arrays
   * @param ranks room for {@code count} numbers
   */
  final void appendUnsorted(long[] newTimes, int[] newItems, int start, int count, long[] ranks) {
    if (tail + count > times.length) {
      makeRoom(count);
    }
    for (int i = 0; i < count; i++) {
      long time = newTimes[start + i];
      long rank = i;
      for (int j = 0; j < i; j++) {
        long isEarlier = (time - newTimes[start + j]) >>> 63;
        ranks[j] += isEarlier;
        rank -= isEarlier;
      }
      ranks[i] = rank;
    }
    for (int i = 0; i < count; i++) {
      int at = tail + (int) ranks[i];
      times[at] = newTimes[start + i];
      items[at] = newItems[start + i];
    }
    tail += count;
  }

  /** Moves what is there to the beginning, into larger arrays if it fills half of them. */
  private void makeRoom(int more) {
    int size = tail - head;
    int needed = 2 * (size + more);
    boolean fits = needed <= times.length;
    int capacity = fits ? times.length : Integer.highestOneBit(needed - 1) << 1;
    long[] newTimes = fits ? times : new long[capacity];
    int[] newItems = fits ? items : new int[capacity];
    System.arraycopy(times, head, newTimes, 0, size);
    System.arraycopy(items, head, newItems, 0, size);
    times = newTimes;
    items = newItems;
    head = 0;
    tail = size;
  }
}
