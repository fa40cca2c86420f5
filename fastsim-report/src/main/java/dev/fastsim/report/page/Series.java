package dev.fastsim.report.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers that belong together.
 *
 * @param name of the series, unique in its chart
 * @param shape how they are drawn
 * @param points in order; of a line by ascending x
 */
public record Series(String name, Shape shape, List<Point> points) {

  /** How points are drawn. */
  public enum Shape {
    /** Joined by straight lines. */
    LINE,
    /** An area whose height, from each point to the next, is that of the first of the two. */
    STEPS,
    /** A bar for each category. */
    BAR,
    /** A bar for each category that begins where that of the series before ends. */
    STACKED_BAR,
    /** Each for itself. */
    DOTS
  }

  /**
   * A point.
   *
   * @param x finite
   * @param y finite, or NaN where nothing is known
   * @param label what it stands for; mostly empty
   */
  public record Point(double x, double y, String label) {}

  public Series {
    points = List.copyOf(points);
  }

  /** A series of as many points as both arrays have. */
  public static Series of(String name, Shape shape, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "a series has %d places, but %d values".formatted(x.length, y.length));
    }
    return new Series(
        name,
        shape,
        IntStream.range(0, x.length).mapToObj(i -> new Point(x[i], y[i], "")).toList());
  }
}
