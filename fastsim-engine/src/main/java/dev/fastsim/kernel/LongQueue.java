package dev.fastsim.kernel;

/** A first-in-first-out queue of longs in a ring that grows. */
public final class LongQueue {

  private long[] ring = new long[16];
  private int head;
  private int size;

  /** Appends. */
  public void add(long item) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = item;
    size++;
  }

  /** Removes the oldest items as long as they are at most so large. */
  public void removeUpTo(long limit) {
    while (size > 0 && ring[head] <= limit) {
      head = (head + 1) & (ring.length - 1);
      size--;
    }
  }

  /** How many items wait. */
  public int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[2 * ring.length];
    for (int i = 0; i < size; i++) {
      larger[i] = ring[(head + i) & (ring.length - 1)];
    }
    ring = larger;
    head = 0;
  }
}
