package dev.fastsim.kernel;

import java.util.Arrays;

/** Room for items in chunks of one pair of arrays; chunks are linked and used again. */
final class ChunkPool {

  static final int CHUNK_LOG2 = 6;
  static final int CHUNK = 1 << CHUNK_LOG2;

  private static final int NONE = -1;

  long[] times = new long[0];
  int[] items = new int[0];

  /** By chunk: the next one of its chain. */
  private int[] next = new int[0];

  private int free = NONE;
  private int used;

  /** Takes a chunk; the arrays may be others afterwards. */
  int take() {
    if (free == NONE) {
      if (used == next.length) {
        grow();
      }
      return used++;
    }
    int chunk = free;
    free = next[chunk];
    return chunk;
  }

  /** Gives a chunk back; its contents stay until it is taken. */
  void free(int chunk) {
    next[chunk] = free;
    free = chunk;
  }

  void link(int chunk, int following) {
    next[chunk] = following;
  }

  int next(int chunk) {
    return next[chunk];
  }

  private void grow() {
    int chunks = Math.max(4, next.length + (next.length >> 1));
    times = Arrays.copyOf(times, chunks << CHUNK_LOG2);
    items = Arrays.copyOf(items, chunks << CHUNK_LOG2);
    next = Arrays.copyOf(next, chunks);
  }
}
