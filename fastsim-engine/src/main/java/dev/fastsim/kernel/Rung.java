package dev.fastsim.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Buckets for times that differ in some of their bits and agree in all higher ones. A bucket is a
 * chain of chunks, filled from the end, so that equal times keep their order.
 */
final class Rung {

  private static final int EMPTY = -1;

  private int shift;
  private int mask;

  /** A bit for each bucket. */
  private long[] nonEmpty = new long[0];

  private int buckets;

  /** By bucket: its first chunk, the index of its last item, and its earliest time. */
  private int[] heads = new int[0];

  private int[] tails = new int[0];
  private long[] mins = new long[0];

  /** The next of the rungs that are not in use. */
  @Nullable Rung spare;

  /**
   * Lays the buckets out anew; all must be empty.
   *
   * @param lowestBit that the buckets tell apart
   * @param bits how many, at least 1
   */
  void cover(int lowestBit, int bits) {
    shift = lowestBit;
    mask = (1 << bits) - 1;
    if (tails.length <= mask) {
      nonEmpty = new long[(mask >>> 6) + 1];
      heads = new int[mask + 1];
      tails = new int[mask + 1];
      mins = new long[mask + 1];
      Arrays.fill(tails, EMPTY);
    }
  }

  boolean isEmpty() {
    return buckets == 0;
  }

  /** The bucket of the earliest times; there must be one. */
  int lowest() {
    int word = 0;
    while (nonEmpty[word] == 0) {
      word++;
    }
    return (word << 6) + Long.numberOfTrailingZeros(nonEmpty[word]);
  }

  int head(int bucket) {
    return heads[bucket];
  }

  int tail(int bucket) {
    return tails[bucket];
  }

  long min(int bucket) {
    return mins[bucket];
  }

  void add(long time, int item, ChunkPool pool) {
    int bucket = (int) (time >>> shift) & mask;
    int at = tails[bucket] + 1;
    if ((at & (ChunkPool.CHUNK - 1)) == 0) {
      at = extend(bucket, at, time, pool);
    }
    pool.times[at] = time;
    pool.items[at] = item;
    tails[bucket] = at;
    if (time < mins[bucket]) {
      mins[bucket] = time;
    }
  }

  private int extend(int bucket, int end, long time, ChunkPool pool) {
    int chunk = pool.take();
    if (end == 0) {
      nonEmpty[bucket >>> 6] |= 1L << bucket;
      buckets++;
      heads[bucket] = chunk;
      mins[bucket] = time;
    } else {
      pool.link((end - 1) >>> ChunkPool.CHUNK_LOG2, chunk);
    }
    return chunk << ChunkPool.CHUNK_LOG2;
  }

  /** Forgets what is in a bucket. */
  void clear(int bucket) {
    tails[bucket] = EMPTY;
    nonEmpty[bucket >>> 6] &= ~(1L << bucket);
    buckets--;
  }
}
