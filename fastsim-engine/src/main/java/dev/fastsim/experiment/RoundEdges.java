package dev.fastsim.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Edges of histogram buckets that a person likes to read: multiples of 1, 2 or 5 where the values
 * lie close together, and the preferred numbers of ISO 3 where they do not, so that each bucket is
 * by the same factor wider than the one before.
 */
final class RoundEdges {

  /** Up to this ratio equal steps show the shape better than equal factors. */
  private static final long CLOSE = 4;

  /** A step is a thousandth of the values or more, which is what a histogram resolves. */
  private static final long FINEST = 100;

  /** One decade of the series R20, in hundredths. */
  private static final int[] R20 = {
    100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800,
    900
  };

  /** R20, R10, R5, half decades, decades. */
  private static final int[] STRIDES = {1, 2, 4, 10, 20};

  /** From 1 to 1e17. */
  private static final int DECADES = 17;

  private RoundEdges() {}

  /**
   * Ascending edges, the first at most {@code low} and the last above {@code high}.
   *
   * @param low at least 0; below 1 the first edge is 1
   * @param high at least {@code low}, below 9e16
   * @param most buckets between the edges, at least 20
   */
  static List<Long> around(long low, long high, int most) {
    return high / CLOSE < low ? equalSteps(low, high, most) : equalFactors(low, high, most);
  }

  private static List<Long> equalSteps(long low, long high, int most) {
    long step = 1;
    while (step <= high / FINEST / 10) {
      step *= 10;
    }
    for (int i = 0; high / step - low / step >= most; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    long width = step;
    return LongStream.rangeClosed(low / width, high / width + 1)
        .mapToObj(multiple -> multiple * width)
        .toList();
  }

  private static List<Long> equalFactors(long low, long high, int most) {
    for (int stride : STRIDES) {
      List<Long> edges = spanning(series(stride), low, high);
      if (edges.size() <= most + 1) {
        return edges;
      }
    }
    throw new IllegalArgumentException("no %d buckets from %d to %d".formatted(most, low, high));
  }

  private static List<Long> series(int stride) {
    return IntStream.range(0, DECADES * R20.length / stride)
        .mapToObj(i -> edge(i * stride))
        .distinct()
        .toList();
  }

  private static long edge(int index) {
    long hundredths = R20[index % R20.length];
    for (int i = 0; i < index / R20.length; i++) {
      hundredths *= 10;
    }
    return hundredths / 100;
  }

  private static List<Long> spanning(List<Long> series, long low, long high) {
    int from = 0;
    while (from + 1 < series.size() && series.get(from + 1) <= low) {
      from++;
    }
    int to = from + 1;
    while (to < series.size() - 1 && series.get(to) <= high) {
      to++;
    }
    return series.subList(from, to + 1);
  }
}
