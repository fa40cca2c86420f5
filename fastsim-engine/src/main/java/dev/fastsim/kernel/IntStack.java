package dev.fastsim.kernel;

import java.util.Arrays;

/** A last-in-first-out stack of ints in an array that grows. */
public final class IntStack {

  private int[] items = new int[16];
  private int size;

  /** Puts an item on top. */
  public void push(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  /** Removes and returns the top item; the stack must not be empty. */
  public int pop() {
    return items[--size];
  }

  /** Whether there is no item. */
  public boolean isEmpty() {
    return size == 0;
  }
}
