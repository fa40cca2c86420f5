package dev.fastsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The numbers of a chart as a table: a row for each place on the axis, a column for each series.
 */
final class ChartTable {

  private ChartTable() {}

  static Table of(Chart chart) {
    return chart.series().stream().anyMatch(each -> each.shape() == Series.Shape.DOTS)
        ? dots(chart)
        : byPlace(chart);
  }

  private static boolean isUpright(Chart chart) {
    return chart.y().scale() != Axis.Scale.CATEGORIES;
  }

  private static Table byPlace(Chart chart) {
    boolean upright = isUpright(chart);
    Axis places = upright ? chart.x() : chart.y();
    Axis values = upright ? chart.y() : chart.x();
    Map<Double, String[]> rows = new TreeMap<>();
    for (int i = 0; i < chart.series().size(); i++) {
      for (Series.Point point : chart.series().get(i).points()) {
        double place = upright ? point.x() : point.y();
        double value = upright ? point.y() : point.x();
        rows.computeIfAbsent(place, any -> empty(chart.series().size()))[i] = values.format(value);
      }
    }
    List<String> header = new ArrayList<>();
    header.add(places.title());
    chart.series().forEach(each -> header.add(each.name()));
    List<List<String>> cells = new ArrayList<>();
    rows.forEach(
        (place, row) -> {
          List<String> line = new ArrayList<>();
          line.add(places.format(place));
          line.addAll(List.of(row));
          cells.add(line);
        });
    return new Table(chart.title() + ": " + values.title(), header, cells);
  }

  private static String[] empty(int columns) {
    return IntStream.range(0, columns).mapToObj(i -> "").toArray(String[]::new);
  }

  private static Table dots(Chart chart) {
    List<List<String>> rows = new ArrayList<>();
    for (Series series : chart.series()) {
      for (Series.Point point : series.points()) {
        rows.add(
            List.of(
                point.label().isEmpty() ? series.name() : point.label(),
                chart.x().format(point.x()),
                chart.y().format(point.y())));
      }
    }
    return new Table(chart.title(), List.of("point", chart.x().title(), chart.y().title()), rows);
  }
}
