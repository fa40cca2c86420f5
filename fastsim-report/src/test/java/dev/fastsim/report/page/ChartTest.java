package dev.fastsim.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static Chart chart(Axis x, Axis y, Series... series) {
    return new Chart("a", "A chart", "Something.", x, y, List.of(series), List.of(), List.of());
  }

  private static Series line(String name, double... values) {
    double[] places = IntStream.range(0, values.length).asDoubleStream().toArray();
    return Series.of(name, Series.Shape.LINE, places, values);
  }

  @Test
  void theTableHasARowForEachPlaceAndAColumnForEachSeries() {
    Chart chart =
        chart(
            Axis.linear("time", Unit.SECONDS),
            Axis.linear("share", Unit.SHARE),
            line("a", 0.5, 0.25),
            Series.of("b", Series.Shape.LINE, new double[] {1}, new double[] {1}));

    assertThat(chart.table().header()).containsExactly("time", "a", "b");
    assertThat(chart.table().rows())
        .containsExactly(List.of("0", "50%", ""), List.of("1 s", "25%", "100%"));
  }

  @Test
  void longSeriesAreThinnedWithANoteAndKeepTheirPeaks() {
    double[] values = new double[10_000];
    values[1234] = 7;
    values[8765] = -3;

    Chart chart =
        chart(Axis.linear("t", Unit.NUMBER), Axis.linear("v", Unit.NUMBER), line("a", values));

    List<Series.Point> points = chart.series().get(0).points();
    assertThat(points).hasSizeLessThanOrEqualTo(Chart.MOST_POINTS);
    assertThat(points).contains(new Series.Point(1234, 7, ""), new Series.Point(8765, -3, ""));
    assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    assertThat(chart.notes())
        .singleElement()
        .asString()
        .startsWith("a: ")
        .contains(" of 10 000 points are drawn");
  }

  @Test
  void aChartThatSaysNothingInWordsIsRefused() {
    assertThatThrownBy(
            () ->
                new Chart(
                    "a",
                    "Latency",
                    " ",
                    Axis.linear("t", Unit.NUMBER),
                    Axis.linear("v", Unit.NUMBER),
                    List.of(),
                    List.of(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the chart 'Latency' says nothing in words");
  }

  @Test
  void idsThatWouldNeedEscapingAreRefused() {
    assertThatThrownBy(() -> new Section("a b", "", "", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but is 'a b'");
  }
}
