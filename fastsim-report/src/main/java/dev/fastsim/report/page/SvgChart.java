package dev.fastsim.report.page;

import java.util.List;
import java.util.Locale;

/**
 * Draws a chart as SVG, for documents: a small and readable text that follows the reader's colour
 * scheme.
 */
final class SvgChart {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 380;
  private static final int MARGIN = 20;
  private static final int RIGHT = 24;
  private static final int HEADING = 76;
  private static final int LEGEND_LINE = 18;
  private static final int BOTTOM = 48;
  private static final int LEGEND_LETTER = 7;

  private static final String STYLE =
      """
      svg{--ink:#16191f;--soft:#525b6b;--grid:#e2e6ec;--bad:#b3261e;--card:#fff;--c1:#2f6fde;--c2:#d9730d;--c3:#0f9d76;--c4:#b6409c;--c5:#7a5af0;--c6:#0c93b0;--c7:#a0851c;--c8:#6b7484;font:12px system-ui,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif}
      @media(prefers-color-scheme:dark){svg{--ink:#eceff4;--soft:#a7b0bf;--grid:#2c323c;--bad:#ff8f86;--card:#181c23;--c1:#6ea2ff;--c2:#f5a04c;--c3:#3fcfa3;--c4:#ea86d4;--c5:#a994ff;--c6:#4cc9e6;--c7:#d8bd55;--c8:#98a2b3}}
      text{fill:var(--soft)}.title{fill:var(--ink);font-size:16px;font-weight:600}.grid{stroke:var(--grid)}.mark{fill:var(--bad)}
      """;

  private final Chart chart;
  private final boolean upright;
  private final int left;
  private final int top;
  private final SvgScale x;
  private final SvgScale y;
  private final StringBuilder svg = new StringBuilder();

  private SvgChart(Chart chart) {
    this.chart = chart;
    this.upright = chart.y().scale() != Axis.Scale.CATEGORIES;
    int longest = chart.y().categories().stream().mapToInt(String::length).max().orElse(8);
    this.left = 28 + Math.min(24, longest) * LEGEND_LETTER;
    this.top = HEADING + LEGEND_LINE * (legendLines() - 1);
    this.x = SvgScale.of(chart, Mark.Along.X, left, WIDTH - RIGHT);
    this.y =
        upright
            ? SvgScale.of(chart, Mark.Along.Y, HEIGHT - BOTTOM, top)
            : SvgScale.of(chart, Mark.Along.Y, top, HEIGHT - BOTTOM);
  }

  /** The drawing, one element a line. */
  static String of(Chart chart) {
    return new SvgChart(chart).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">"
            .formatted(WIDTH, HEIGHT));
    add("<title>%s</title>".formatted(escape(chart.title())));
    add("<desc>%s</desc>".formatted(escape(chart.summary())));
    add("<style>\n%s</style>".formatted(STYLE));
    add(
        "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"var(--card)\"/>"
            .formatted(WIDTH, HEIGHT));
    add("<text class=\"title\" x=\"20\" y=\"28\">%s</text>".formatted(escape(chart.title())));
    legend();
    axes();
    double[] ends = new double[chart.y().categories().size()];
    for (int i = 0; i < chart.series().size(); i++) {
      series(chart.series().get(i), i, ends);
    }
    chart.marks().forEach(this::mark);
    add("</svg>");
    return svg.toString();
  }

  private void add(String line) {
    svg.append(line).append('\n');
  }

  private void legend() {
    if (chart.series().size() < 2) {
      return;
    }
    int at = MARGIN;
    int line = 0;
    for (int i = 0; i < chart.series().size(); i++) {
      String name = chart.series().get(i).name();
      if (at > MARGIN && at + legendWidth(name) > WIDTH) {
        at = MARGIN;
        line++;
      }
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" rx=\"2\" fill=\"%s\"/>"
              .formatted(at, 42 + LEGEND_LINE * line, colour(i)));
      add(
          "<text x=\"%d\" y=\"%d\">%s</text>"
              .formatted(at + 15, 51 + LEGEND_LINE * line, escape(name)));
      at += legendWidth(name);
    }
  }

  private static int legendWidth(String name) {
    return 30 + LEGEND_LETTER * name.length();
  }

  private int legendLines() {
    int at = MARGIN;
    int lines = 1;
    for (Series series : chart.series()) {
      if (at > MARGIN && at + legendWidth(series.name()) > WIDTH) {
        at = MARGIN;
        lines++;
      }
      at += legendWidth(series.name());
    }
    return lines;
  }

  private static String colour(int series) {
    return "var(--c%d)".formatted(series % 8 + 1);
  }

  private void axes() {
    for (double tick : x.ticks()) {
      text(x.at(tick), HEIGHT - BOTTOM + 18, "middle", chart.x().format(tick));
    }
    for (double tick : y.ticks()) {
      if (upright) {
        add(
            "<path class=\"grid\" d=\"M%d %sH%d\"/>"
                .formatted(left, number(y.at(tick)), WIDTH - RIGHT));
      }
      text(left - 8, y.at(tick) + 4, "end", chart.y().format(tick));
    }
    text((left + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", chart.x().title());
    if (upright) {
      text(20, top - 10, "start", chart.y().title());
    }
  }

  private void text(double atX, double atY, String anchor, String words) {
    add(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(number(atX), number(atY), anchor, escape(words)));
  }

  private void series(Series series, int index, double[] ends) {
    switch (series.shape()) {
      case LINE ->
          add(
              "<path fill=\"none\" stroke=\"%s\" stroke-width=\"2\" d=\"%s\"/>"
                  .formatted(colour(index), path(series.points(), false)));
      case STEPS ->
          add(
              "<path fill=\"%s\" fill-opacity=\".25\" stroke=\"%s\" d=\"%s\"/>"
                  .formatted(colour(index), colour(index), path(series.points(), true)));
      case BAR, STACKED_BAR -> bars(series, index, ends);
      case DOTS ->
          series
              .points()
              .forEach(
                  point ->
                      add(
                          "<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"%s\"><title>%s</title></circle>"
                              .formatted(
                                  number(x.at(point.x())),
                                  number(y.at(point.y())),
                                  colour(index),
                                  escape(point.label()))));
    }
  }

  private String path(List<Series.Point> points, boolean steps) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (Series.Point point : points) {
      if (!Double.isFinite(point.y())) {
        drawing = false;
        continue;
      }
      String atX = number(x.at(point.x()));
      String atY = number(y.at(point.y()));
      path.append(
          !drawing ? "M" + atX + " " + atY : steps ? "H" + atX + "V" + atY : "L" + atX + " " + atY);
      drawing = true;
    }
    return path.toString();
  }

  private void bars(Series series, int index, double[] ends) {
    boolean stacked = series.shape() == Series.Shape.STACKED_BAR;
    int beside = stacked ? 1 : chart.series().size();
    double room = (y.at(1) - y.at(0)) * 0.7 / beside;
    for (Series.Point point : series.points()) {
      int category = (int) point.y();
      double begin = stacked ? ends[category] : 0;
      double middle = y.at(point.y()) + (stacked ? 0 : (index - (beside - 1) / 2.0) * room);
      ends[category] += stacked ? point.x() : 0;
      add(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
              .formatted(
                  number(x.at(begin)),
                  number(middle - room / 2),
                  number(Math.max(0, x.at(begin + point.x()) - x.at(begin))),
                  number(room - 1),
                  colour(index)));
    }
  }

  private void mark(Mark mark) {
    boolean vertical = mark.along() == Mark.Along.X;
    double from = (vertical ? x : y).at(mark.from());
    double to = (vertical ? x : y).at(mark.to());
    if (from != to) {
      add(
          "<rect class=\"mark\" fill-opacity=\".12\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>"
              .formatted(number(from), top, number(to - from), HEIGHT - BOTTOM - top));
    } else if (vertical) {
      add(
          "<path stroke=\"var(--bad)\" d=\"M%s %dV%d\"/>"
              .formatted(number(from), top, HEIGHT - BOTTOM));
    } else {
      add(
          "<path stroke=\"var(--bad)\" d=\"M%d %sH%d\"/>"
              .formatted(left, number(from), WIDTH - RIGHT));
    }
    boolean rightHalf = vertical && from > (left + WIDTH) / 2.0;
    add(
        "<text class=\"mark\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(
                number(vertical ? from + (rightHalf ? -5 : 5) : left + 6),
                number(vertical ? top + 12 : from - 5),
                rightHalf ? "end" : "start",
                escape(mark.text())));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
