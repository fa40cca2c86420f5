package dev.fastsim.kernel;

/** A first-in-first-out queue of ints in a ring that grows. */
public final class IntQueue {

  private int[] ring = new int[16];
  private int head;
  private int size;

  /** Appends. */
  public void add(int item) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = item;
    size++;
  }

  /** The oldest item; the queue must not be empty. */
  public int peek() {
    return ring[head];
  }

  /** Removes and returns the oldest item; the queue must not be empty. */
  public int poll() {
    int item = ring[head];
    head = (head + 1) & (ring.length - 1);
    size--;
    return item;
  }

  /** How many items wait. */
  public int size() {
    return size;
  }

  /** Whether none waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  private void grow() {
    int[] larger = new int[2 * ring.length];
    for (int i = 0; i < size; i++) {
      larger[i] = ring[(head + i) & (ring.length - 1)];
    }
    ring = larger;
    head = 0;
  }
}
