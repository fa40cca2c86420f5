package dev.fastsim.benchmarks.peers;

/** A few times, each with a number that goes with it, in a sorted array; the earliest is last. */
final class SortedPairs {

  private final long[] times = new long[1 << 10];
  private final long[] numbers = new long[1 << 10];
  private int size;

  void add(long time, long number) {
    int hole = size++;
    while (hole > 0 && times[hole - 1] <= time) {
      times[hole] = times[hole - 1];
      numbers[hole] = numbers[hole - 1];
      hole--;
    }
    times[hole] = time;
    numbers[hole] = number;
  }

  long nextTime() {
    return size == 0 ? Long.MAX_VALUE : times[size - 1];
  }

  long poll() {
    return numbers[--size];
  }
}
