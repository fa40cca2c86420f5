package dev.fastsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.capacity.Choice;
import dev.fastsim.capacity.Headroom;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.Sweep;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Table;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Parameter;
import dev.fastsim.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityPagesTest {

  private final Scenario shop = Shops.shop("shop").objective(Shops.P95, 0.040).build();

  @Test
  void aSweepShowsEachPercentileOverTheParameter() {
    Sweep sweep =
        FastSim.sweep(shop, new Sweep.Axis(new Parameter.Traffic(), List.of(0.5, 1.0, 2.0)));

    Report report = Report.of(sweep);

    Chart latency = report.chart("sweep-latency");
    assertThat(latency.series()).extracting(Series::name).containsExactly("p50", "p95", "p99");
    assertThat(latency.series().get(1).points())
        .extracting(Series.Point::x)
        .containsExactly(0.5, 1.0, 2.0);
    assertThat(latency.series().get(1).points().get(2).y())
        .isEqualTo(sweep.points().get(2).estimate(Shops.P95).value());
    assertThat(latency.marks()).extracting(Mark::text).contains("p95 <= 40 ms");
  }

  @Test
  void aSweepOverTwoParametersHasALineForEachValueOfTheSecond() {
    Sweep sweep =
        FastSim.sweep(
            shop,
            new Sweep.Axis(new Parameter.Traffic(), List.of(1.0, 2.0)),
            new Sweep.Axis(new Parameter.Cores("shop"), List.of(1.0, 2.0)));

    assertThat(Report.of(sweep).chart("sweep-p95").series())
        .extracting(Series::name)
        .containsExactly("cores 1", "cores 2");
  }

  @Test
  void aSizingShowsItsFrontierByCost() {
    Sizing sizing =
        Sizing.of(
            shop,
            List.of(new Choice(new Parameter.Cores("shop"), List.of(1.0, 2.0))),
            Shops.NEVER_CANCELLED);

    Report report = Report.of(sizing);

    assertThat(report.page().headline()).isEqualTo("The cheapest that keeps all promises: cores 1");
    assertThat(report.chart("sizing-frontier").series().get(0).points())
        .extracting(Series.Point::label)
        .containsExactly("cores 1");
  }

  @Test
  void aHeadroomShowsWhatWasTried() {
    Headroom headroom = FastSim.headroom(shop);

    Report report = Report.of(shop, headroom);

    assertThat(report.page().headline()).isEqualTo("Headroom: " + headroom.text());
    assertThat(ReportTest.block(report, "headroom", Table.class).rows())
        .hasSameSizeAs(headroom.trials());
  }

  @Test
  void aComparisonShowsEveryDifference() {
    Comparison comparison = FastSim.compare(shop, Change.traffic(2).applyTo(shop));

    Report report = Report.of(comparison);

    assertThat(ReportTest.block(report, "differences", Table.class).rows())
        .filteredOn(row -> row.get(0).equals("throughput"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get(3)).startsWith("+");
              assertThat(row.get(5)).isEqualTo("certain");
            });
    assertThat(report.page().headline()).endsWith("metrics differ for certain");
  }
}
