package dev.fastsim.benchmarks.peers;

/** First in, first out. */
final class LongRing {

  private long[] ring = new long[1 << 10];
  private int head;
  private int size;

  void add(long item) {
    if (size == ring.length) {
      long[] larger = new long[2 * size];
      for (int i = 0; i < size; i++) {
        larger[i] = ring[(head + i) & (size - 1)];
      }
      ring = larger;
      head = 0;
    }
    ring[(head + size++) & (ring.length - 1)] = item;
  }

  long poll() {
    long item = ring[head];
    head = (head + 1) & (ring.length - 1);
    size--;
    return item;
  }

  int size() {
    return size;
  }
}
