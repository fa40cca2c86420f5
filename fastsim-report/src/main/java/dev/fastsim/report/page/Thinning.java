package dev.fastsim.report.page;

import dev.fastsim.units.Counts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws long series with fewer points: of each stretch the lowest and the highest stay, so that no
 * peak is lost.
 */
final class Thinning {

  private Thinning() {}

  /** A series of at most so many points; a shorter one stays as it is. */
  static Series thin(Series series, int most) {
    List<Series.Point> points = series.points();
    if (points.size() <= most) {
      return series;
    }
    int stretches = most / 2;
    List<Series.Point> kept = new ArrayList<>();
    for (int i = 0; i < stretches; i++) {
      int from = (int) ((long) points.size() * i / stretches);
      int to = (int) ((long) points.size() * (i + 1) / stretches);
      List<Series.Point> stretch = points.subList(from, to);
      Series.Point low = stretch.stream().min(BY_HEIGHT).orElseThrow();
      Series.Point high = stretch.stream().max(BY_HEIGHT).orElseThrow();
      Series.Point first = stretch.indexOf(low) <= stretch.indexOf(high) ? low : high;
      kept.add(first);
      if (!low.equals(high)) {
        kept.add(first.equals(low) ? high : low);
      }
    }
    return new Series(series.name(), series.shape(), kept);
  }

  private static final Comparator<Series.Point> BY_HEIGHT =
      Comparator.comparingDouble(Series.Point::y);

  /** What was done, in words. */
  static String note(Series before, Series after) {
    return "%s: %s of %s points are drawn, the lowest and the highest of each stretch."
        .formatted(
            before.name(),
            Counts.format(after.points().size()),
            Counts.format(before.points().size()));
  }
}
