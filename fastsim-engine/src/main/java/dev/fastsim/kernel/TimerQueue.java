package dev.fastsim.kernel;

import java.util.Arrays;

/**
 * Items that fall due at given times; equal times in the order they were added.
 *
 * <p>It starts as a sorted ring: an item is inserted from the back, so equal delays cost nothing to
 * sort, and the earliest is taken from the front. When an insertion would have to move too many
 * items, it becomes a 4-ary heap until few are left.
 */
public final class TimerQueue {

  /** Moves in the ring that cost about as much as the heap does. */
  private static final int MOVES_MOST = 32;

  /** So few items go back into the ring. */
  private static final int HEAP_LEAST = 8;

  private long[] times = new long[16];
  private int[] items = new int[16];

  /** The arrays the last straightening left free. */
  private long[] spareTimes = new long[0];

  private int[] spareItems = new int[0];

  /** Order of addition, kept only in the heap; the ring is in order by position. */
  private long[] orders = new long[0];

  private long nextOrder;
  private int head;
  private int size;
  private boolean heap;

  /** Adds an item that falls due at a time. */
  public void add(long time, int item) {
    if (size == times.length) {
      grow();
    }
    if (heap) {
      siftUp(size++, time, nextOrder++, item);
    } else {
      insert(time, item);
    }
  }

  /** The earliest time, {@link Agenda#NEVER} if the queue is empty. */
  public long nextTime() {
    return size == 0 ? Agenda.NEVER : times[head];
  }

  /** Removes and returns the earliest item; the queue must not be empty. */
  public int poll() {
    int item = items[head];
    size--;
    if (heap) {
      siftDown(times[size], orders[size], items[size]);
      if (size <= HEAP_LEAST) {
        becomeRing();
      }
    } else {
      head = (head + 1) & (times.length - 1);
    }
    return item;
  }

  /** How many items wait. */
  public int size() {
    return size;
  }

  private void insert(long time, int item) {
    int mask = times.length - 1;
    int hole = size;
    while (hole > 0) {
      int before = (head + hole - 1) & mask;
      if (times[before] <= time) {
        break;
      }
      if (size - hole == MOVES_MOST) {
        closeHole(hole, mask);
        becomeHeap();
        siftUp(size++, time, nextOrder++, item);
        return;
      }
      int at = (head + hole) & mask;
      times[at] = times[before];
      items[at] = items[before];
      hole--;
    }
    int at = (head + hole) & mask;
    times[at] = time;
    items[at] = item;
    size++;
  }

  /** Moves the items behind an unfilled hole back to where they were. */
  private void closeHole(int hole, int mask) {
    for (int i = hole; i < size; i++) {
      times[(head + i) & mask] = times[(head + i + 1) & mask];
      items[(head + i) & mask] = items[(head + i + 1) & mask];
    }
  }

  /** Lays the ring out from index 0; a sorted array is a heap. */
  private void becomeHeap() {
    straighten(times.length);
    orders = orders.length < times.length ? new long[times.length] : orders;
    for (int i = 0; i < size; i++) {
      orders[i] = i;
    }
    nextOrder = size;
    heap = true;
  }

  /** Sorts what little is left by insertion; a heap starts at index 0. */
  private void becomeRing() {
    for (int i = 1; i < size; i++) {
      long time = times[i];
      long order = orders[i];
      int item = items[i];
      int hole = i;
      while (hole > 0 && isBefore(time, order, hole - 1)) {
        times[hole] = times[hole - 1];
        orders[hole] = orders[hole - 1];
        items[hole] = items[hole - 1];
        hole--;
      }
      times[hole] = time;
      orders[hole] = order;
      items[hole] = item;
    }
    heap = false;
  }

  private void siftUp(int hole, long time, long order, int item) {
    while (hole > 0) {
      int parent = (hole - 1) >>> 2;
      if (!isBefore(time, order, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    set(hole, time, order, item);
  }

  private void siftDown(long time, long order, int item) {
    int hole = 0;
    int child = 1;
    while (child < size) {
      int least = child;
      int end = Math.min(child + 4, size);
      for (int i = child + 1; i < end; i++) {
        if (isBefore(times[i], orders[i], least)) {
          least = i;
        }
      }
      if (isBefore(time, order, least)) {
        break;
      }
      move(least, hole);
      hole = least;
      child = 4 * hole + 1;
    }
    set(hole, time, order, item);
  }

  private boolean isBefore(long time, long order, int other) {
    return time < times[other] || (time == times[other] && order < orders[other]);
  }

  private void move(int from, int to) {
    times[to] = times[from];
    orders[to] = orders[from];
    items[to] = items[from];
  }

  private void set(int at, long time, long order, int item) {
    times[at] = time;
    orders[at] = order;
    items[at] = item;
  }

  private void grow() {
    straighten(2 * times.length);
    if (heap) {
      orders = Arrays.copyOf(orders, times.length);
    }
  }

  /** Lays the items out from index 0 in arrays of the given length. */
  private void straighten(int capacity) {
    boolean reuse = spareTimes.length == capacity;
    long[] newTimes = reuse ? spareTimes : new long[capacity];
    int[] newItems = reuse ? spareItems : new int[capacity];
    for (int i = 0; i < size; i++) {
      int from = (head + i) & (times.length - 1);
      newTimes[i] = times[from];
      newItems[i] = items[from];
    }
    spareTimes = times;
    spareItems = items;
    times = newTimes;
    items = newItems;
    head = 0;
  }
}
