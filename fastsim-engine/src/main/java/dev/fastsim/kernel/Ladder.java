package dev.fastsim.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Many items, roughly in order: buckets by the highest bit in which a time differs from a base, and
 * by some bits from there on (multi-level buckets: Denardo and Fox 1979; the ladder that lays out
 * rungs as it needs them: Tang, Goh and Thng 2005).
 *
 * <p>Times are told apart by ranges of bits, each of which has a rung. What agrees with the base
 * down to a rung's range is in the bucket of its bits there; the lowest rung's lowest bucket holds
 * the earliest items. When it is to be poured out, it has few items and they are sorted, or it has
 * many, and the bits below its rung's are divided among new rungs, as many buckets as suit the
 * number of items and how far apart they are. So no width has to be chosen, and an item moves down
 * a few rungs at most.
 *
 * <p>Invariants: no time added is earlier than the base, and each time agrees with the base in all
 * bits above its rung's range. The base is the earliest time of the bucket that was poured last, so
 * that whoever adds no time before the last one polled keeps the first.
 */
final class Ladder {

  /** So few items are sorted one by one. */
  private static final int FEW = 32;

  private static final int BITS_MOST = 10;

  /** Buckets are so many times fewer than items that are spread over them, as a power of two. */
  private static final int ITEMS_OF_A_BUCKET_LOG2 = 4;

  /** More buckets while most items are yet to come, as a power of two. */
  private static final int HEADROOM_LOG2 = 3;

  /** Bits of a rung that nothing is known of yet. */
  private static final int UPPER_BITS = 8;

  private final ChunkPool pool = new ChunkPool();

  /** By the lowest bit of their ranges; null where there is no rung, or none that has items. */
  private final @Nullable Rung[] rungs = new Rung[64];

  /** By the number of leading zeros in which a time agrees with the base: its rung. */
  private final byte[] rungOf = new byte[65];

  /** By rung: bits of its range. */
  private final byte[] bitsOf = new byte[64];

  private final long[] ranks = new long[FEW];
  private @Nullable Rung spare;

  /** A bit for each rung that has items. */
  private long nonEmpty;

  private long base;

  /** The rung that was poured from last; bits below it are not divided among rungs. */
  private int floor;

  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The earliest time; there must be one. */
  long first() {
    Rung rung = lowestRung();
    return rung.min(rung.lowest());
  }

  @SuppressWarnings("NullAway") // a rung with a bit is there
  private Rung lowestRung() {
    return rungs[Long.numberOfTrailingZeros(nonEmpty)];
  }

  void add(long time, int item) {
    rung(rungOf[Long.numberOfLeadingZeros(time ^ base)]).add(time, item, pool);
    size++;
  }

  private Rung rung(int lowestBit) {
    Rung rung = rungs[lowestBit];
    return rung != null ? rung : raise(lowestBit);
  }

  private Rung raise(int lowestBit) {
    Rung rung = spare;
    if (rung == null) {
      rung = new Rung();
    } else {
      spare = rung.spare;
    }
    rung.cover(lowestBit, bitsOf[lowestBit]);
    rungs[lowestBit] = rung;
    nonEmpty |= 1L << lowestBit;
    return rung;
  }

  /**
   * Takes over all items of a run.
   *
   * @param from not after any of their times, not before the base unless the ladder is empty; the
   *     run lies in the bucket that was poured last
   */
  void takeOver(SortedRun run, long from) {
    base = from;
    divide(size == 0 ? 63 : floor, run.runSize(), from ^ run.runLast());
    while (!run.isRunEmpty()) {
      long time = run.runFirst();
      add(time, run.pollRun());
    }
  }

  /**
   * Divides the bits below one among rungs.
   *
   * @param count items to be spread at once
   * @param span bits in which they differ from the base
   */
  private void divide(int end, int count, long span) {
    int top = 64 - Long.numberOfLeadingZeros(span | 1);
    int fine =
        32
            - Integer.numberOfLeadingZeros(count)
            - ITEMS_OF_A_BUCKET_LOG2
            + (2 * count > size ? HEADROOM_LOG2 : 0);
    int bits = Math.min(top, Math.max(2, Math.min(BITS_MOST, fine)));
    assign(0, top, top - bits, bits);
    for (int from = top; from < end; from += UPPER_BITS) {
      int to = Math.min(from + UPPER_BITS, end);
      assign(from, to, from, to - from);
    }
  }

  /** Times whose highest different bit is in a range belong to a rung. */
  private void assign(int from, int to, int lowestBit, int bits) {
    Arrays.fill(rungOf, 64 - to, from == 0 ? 65 : 64 - from, (byte) lowestBit);
    bitsOf[lowestBit] = (byte) bits;
  }

  /**
   * Moves the earliest items into a run none of whose items is later; at least one must be there.
   *
   * @return a time before which the ladder has no items, {@link Agenda#NEVER} if it is empty
   */
  long pourInto(SortedRun run) {
    while (true) {
      int lowestBit = Long.numberOfTrailingZeros(nonEmpty);
      Rung rung = lowestRung();
      int bucket = rung.lowest();
      int head = rung.head(bucket);
      int tail = rung.tail(bucket);
      base = rung.min(bucket);
      rung.clear(bucket);
      if (rung.isEmpty()) {
        nonEmpty &= ~(1L << lowestBit);
        rungs[lowestBit] = null;
        rung.spare = spare;
        spare = rung;
      }
      int begin = head << ChunkPool.CHUNK_LOG2;
      int count = tail - begin + 1;
      if (count > 0 && count <= FEW) {
        run.appendUnsorted(pool.times, pool.items, begin, count, ranks);
        pool.free(head);
        return poured(count, lowestBit);
      }
      long latest = latest(head, tail);
      int all = count(head, tail);
      if (latest == base) {
        append(head, tail, run);
        return poured(all, lowestBit);
      }
      divide(lowestBit, all, base ^ latest);
      spread(head, tail);
    }
  }

  private long poured(int count, int lowestBit) {
    size -= count;
    floor = lowestBit;
    long end = ((base >>> lowestBit) + 1) << lowestBit;
    return size == 0 || end < 0 ? Agenda.NEVER : end;
  }

  private long latest(int head, int tail) {
    long latest = base;
    for (int chunk = head; ; chunk = pool.next(chunk)) {
      for (int i = chunk << ChunkPool.CHUNK_LOG2; i <= end(chunk, tail); i++) {
        latest = Math.max(latest, pool.times[i]);
      }
      if (isLast(chunk, tail)) {
        return latest;
      }
    }
  }

  private int count(int head, int tail) {
    int count = 0;
    for (int chunk = head; !isLast(chunk, tail); chunk = pool.next(chunk)) {
      count += ChunkPool.CHUNK;
    }
    return count + (tail & (ChunkPool.CHUNK - 1)) + 1;
  }

  /** Spreads a chain over the buckets of the rung that its times differ in. */
  private void spread(int head, int tail) {
    Rung rung = rung(rungOf[64]);
    for (int chunk = head; ; ) {
      for (int i = chunk << ChunkPool.CHUNK_LOG2; i <= end(chunk, tail); i++) {
        rung.add(pool.times[i], pool.items[i], pool);
      }
      int next = pool.next(chunk);
      pool.free(chunk);
      if (isLast(chunk, tail)) {
        return;
      }
      chunk = next;
    }
  }

  /** Appends a chain of equal times. */
  private void append(int head, int tail, SortedRun run) {
    for (int chunk = head; ; ) {
      for (int i = chunk << ChunkPool.CHUNK_LOG2; i <= end(chunk, tail); i++) {
        run.insert(pool.times[i], pool.items[i]);
      }
      int next = pool.next(chunk);
      pool.free(chunk);
      if (isLast(chunk, tail)) {
        return;
      }
      chunk = next;
    }
  }

  /** Index of the last item of a chunk, in a chain whose last item is at {@code tail}. */
  private static int end(int chunk, int tail) {
    return isLast(chunk, tail) ? tail : ((chunk + 1) << ChunkPool.CHUNK_LOG2) - 1;
  }

  private static boolean isLast(int chunk, int tail) {
    return chunk == tail >>> ChunkPool.CHUNK_LOG2;
  }
}
