package dev.fastsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SvgChartTest {

  private static Document svg(Axis x, Axis y, List<Mark> marks, Series... series) {
    Chart chart =
        new Chart("a", "<Title> & more", "Words.", x, y, List.of(series), marks, List.of());
    return Jsoup.parse(chart.toSvg(), Parser.xmlParser());
  }

  private static final Axis TIME = Axis.linear("time", Unit.SECONDS);

  @Test
  void aLineGoesThroughItsPoints() {
    Document svg =
        svg(
            TIME,
            Axis.linear("share", Unit.SHARE),
            List.of(),
            Series.of("a", Series.Shape.LINE, new double[] {0, 1, 2}, new double[] {0, 0.5, 1}));

    String path = svg.select("path[stroke-width=2]").attr("d");
    double[] numbers =
        DoubleStream.of(
                Arrays.stream(path.split("[MLH V]"))
                    .filter(each -> !each.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray())
            .toArray();
    assertThat(numbers).hasSize(6);
    assertThat(numbers[2] - numbers[0]).isCloseTo(numbers[4] - numbers[2], within(0.2));
    assertThat(numbers[1] - numbers[3]).isCloseTo(numbers[3] - numbers[5], within(0.2));
  }

  @Test
  void stackedBarsBeginWhereTheOneBeforeEnds() {
    Axis shares = Axis.linear("share", Unit.SHARE);
    Axis names = Axis.categories("requests", List.of("all"));
    Document svg =
        svg(
            shares,
            names,
            List.of(),
            new Series("a", Series.Shape.STACKED_BAR, List.of(new Series.Point(0.25, 0, ""))),
            new Series("b", Series.Shape.STACKED_BAR, List.of(new Series.Point(0.75, 0, ""))));

    List<Element> bars =
        svg.select("rect[fill^=var(--c]").stream().filter(each -> !each.hasAttr("rx")).toList();
    double firstEnd = number(bars.get(0), "x") + number(bars.get(0), "width");
    assertThat(number(bars.get(1), "x")).isCloseTo(firstEnd, within(0.2));
    assertThat(number(bars.get(1), "width") / number(bars.get(0), "width"))
        .isCloseTo(3, within(0.01));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  @Test
  void limitsAreNamedAndTextIsEscaped() {
    Document svg =
        svg(
            TIME,
            Axis.log("latency", Unit.SECONDS),
            List.of(Mark.at("p95 <= 1 s", Mark.Kind.LIMIT, Mark.Along.Y, 1)),
            Series.of("a", Series.Shape.LINE, new double[] {0, 1}, new double[] {0.01, 2}));

    assertThat(svg.select("text.mark").text()).isEqualTo("p95 <= 1 s");
    assertThat(svg.select("text.title").text()).isEqualTo("<Title> & more");
    assertThat(svg.select("text").eachText()).contains("10 ms", "100 ms", "1 s");
  }
}
