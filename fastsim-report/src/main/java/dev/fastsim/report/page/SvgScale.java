package dev.fastsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where the numbers of an axis stand on a drawing, and which of them get a label. */
final class SvgScale {

  private static final int TICKS = 6;

  private final Axis axis;
  private final double least;
  private final double greatest;
  private final double from;
  private final double to;

  /**
   * @param from place of the least number, in pixels
   * @param to place of the greatest
   */
  private SvgScale(Axis axis, double least, double greatest, double from, double to) {
    this.axis = axis;
    this.least = least;
    this.greatest = greatest;
    this.from = from;
    this.to = to;
  }

  /** The scale of a chart's axis, wide enough for all points and marks. */
  static SvgScale of(Chart chart, Mark.Along along, double from, double to) {
    boolean x = along == Mark.Along.X;
    Axis axis = x ? chart.x() : chart.y();
    if (axis.scale() == Axis.Scale.CATEGORIES) {
      return new SvgScale(axis, -0.5, axis.categories().size() - 0.5, from, to);
    }
    boolean stacked =
        chart.series().stream().anyMatch(each -> each.shape() == Series.Shape.STACKED_BAR);
    double[] all =
        DoubleStream.concat(
                chart.series().stream()
                    .flatMap(series -> series.points().stream())
                    .mapToDouble(point -> x ? point.x() : point.y()),
                chart.marks().stream()
                    .filter(mark -> mark.along() == along)
                    .flatMapToDouble(mark -> DoubleStream.of(mark.from(), mark.to())))
            .filter(Double::isFinite)
            .map(value -> transformed(axis, value))
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = stacked ? 1 : DoubleStream.of(all).max().orElse(1);
    if (axis.scale() == Axis.Scale.LINEAR && (!x || stacked || low < 0.05 * high)) {
      low = Math.min(0, low);
    }
    return new SvgScale(axis, low, high > low ? high : low + 1, from, to);
  }

  private static double transformed(Axis axis, double value) {
    return switch (axis.scale()) {
      case LINEAR, CATEGORIES -> value;
      case LOG -> Math.log10(value);
      case NINES -> -Math.log10(1 - value);
    };
  }

  /** Where a number stands, in pixels. */
  double at(double value) {
    double part = (transformed(axis, value) - least) / (greatest - least);
    return from + Math.max(-0.02, Math.min(1.02, part)) * (to - from);
  }

  /** Numbers that get a label, ascending. */
  List<Double> ticks() {
    return switch (axis.scale()) {
      case CATEGORIES ->
          IntStream.range(0, axis.categories().size()).mapToObj(each -> (double) each).toList();
      case LINEAR -> linear();
      case LOG -> logarithmic();
      case NINES ->
          IntStream.rangeClosed(0, (int) Math.floor(greatest))
              .mapToObj(nines -> 1 - Math.pow(10, -nines))
              .toList();
    };
  }

  private List<Double> linear() {
    double raw = (greatest - least) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step =
        DoubleStream.of(1, 2, 2.5, 5, 10)
            .map(each -> each * power)
            .filter(each -> each >= raw)
            .findFirst()
            .orElseThrow();
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(least / step) * step; tick <= greatest + 1e-9; tick += step) {
      ticks.add(Math.rint(tick / step) * step);
    }
    return ticks;
  }

  private List<Double> logarithmic() {
    double decades = greatest - least;
    double[] digits =
        decades > 4
            ? new double[] {1}
            : decades > 2.5 ? new double[] {1, 3} : new double[] {1, 2, 5};
    List<Double> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(least); decade <= greatest; decade++) {
      for (double digit : digits) {
        double log = decade + Math.log10(digit);
        if (log >= least - 1e-9 && log <= greatest + 1e-9) {
          ticks.add(digit * Math.pow(10, decade));
        }
      }
    }
    return ticks;
  }
}
