package dev.fastsim.report;

import static dev.fastsim.report.ReportTest.block;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.capacity.Remedies;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Diagram;
import dev.fastsim.report.page.Mark;
import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Table;
import dev.fastsim.report.page.Verdicts;
import dev.fastsim.scenario.Change;
import dev.fastsim.scenario.Fault;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private static final Scenario SHOP =
      Shops.shop("shop")
          .objective(Shops.P95, 0.010)
          .fault(
              new Fault.PoolShrink("shop", "db", 1, Duration.ofSeconds(4), Duration.ofSeconds(3)))
          .build();

  private static final Assessment ASSESSMENT = Assessment.of(SHOP, Shops.NEVER_CANCELLED);
  private static final Assessment TWICE =
      Assessment.of(Change.traffic(2).applyTo(SHOP), Shops.NEVER_CANCELLED);
  private static final SimulationResult RESULT = ASSESSMENT.result();

  private static final Report REPORT =
      RunReport.of(ASSESSMENT)
          .remedies(new Remedies(RESULT, 200_000, Shops.NEVER_CANCELLED)::of)
          .whatIf("Black Friday", "traffic x 2", TWICE)
          .headroom(
              new Headroom(
                  0.5,
                  1,
                  java.util.Optional.empty(),
                  List.of(
                      new Headroom.Trial(1, ASSESSMENT.verdicts()),
                      new Headroom.Trial(2, TWICE.verdicts()))))
          .toReport(Shops.NEVER_CANCELLED);

  private static Chart chart(String id) {
    return REPORT.page().sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Chart.class::isInstance)
        .map(Chart.class::cast)
        .filter(chart -> chart.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double[] ys(Chart chart, String series) {
    return chart.series().stream()
        .filter(each -> each.name().equals(series))
        .flatMap(each -> each.points().stream())
        .mapToDouble(Series.Point::y)
        .toArray();
  }

  @Test
  void thePromisesComeFirstAndThenWhy() {
    assertThat(REPORT.page().sections())
        .extracting(Section::id)
        .containsExactly(
            "promises",
            "why",
            "latency",
            "time",
            "resources",
            "what-ifs",
            "headroom",
            "course",
            "trust",
            "reproduce");
  }

  @Test
  void promisesOfWhatIfsAreNamed() {
    assertThat(block(REPORT, "promises", Verdicts.class).rows())
        .extracting(Verdicts.Row::where)
        .containsExactly("", "Black Friday");
    assertThat(REPORT.page().headline())
        .isEqualTo("1 of 2 promises is broken, 1 cannot be decided");
  }

  @Test
  void aBreachIsExplained() {
    assertThat(block(REPORT, "why", Prose.class).lines())
        .anySatisfy(line -> assertThat(line).startsWith("p95 <= 10 ms: was "))
        .anySatisfy(line -> assertThat(line).startsWith("  where the slowest 5%"))
        .anySatisfy(line -> assertThat(line).startsWith("  no change of a single one"));
  }

  @Test
  void whatWouldKeepAPromiseIsATable() {
    Assessment overloaded =
        Assessment.of(
            Scenario.builder("busy")
                .poissonArrivals(170)
                .endpoint("GET /item", cpu("parse", "exponential(5 ms)"))
                .objective(Shops.P95, 0.030)
                .runs(new RunPlan(Duration.ofSeconds(30), Duration.ofSeconds(3), 1, 4, 4))
                .build(),
            Shops.NEVER_CANCELLED);

    Section why =
        WhySection.of(
                overloaded.result(),
                overloaded.verdicts(),
                new Remedies(overloaded.result(), 300_000, Shops.NEVER_CANCELLED)::of)
            .orElseThrow();

    Table remedies = (Table) why.blocks().get(1);
    assertThat(remedies.header()).containsExactly("change", "p95 with it");
    assertThat(remedies.rows()).extracting(row -> row.get(0)).contains("cores 1 -> 2");
  }

  @Test
  void barsOfTimeAddUpToTheWhole() {
    Chart bars = chart("time-shares");

    assertThat(bars.y().categories())
        .containsExactly("all requests", "slower than p50", "slower than p95", "slower than p99");
    for (int bar = 0; bar < 4; bar++) {
      int position = bar;
      double sum =
          bars.series().stream().mapToDouble(series -> series.points().get(position).x()).sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void utilizationIsThatOfTheResult() {
    Chart utilization = chart("utilization");

    assertThat(utilization.y().categories()).containsExactly("cores", "pool db");
    assertThat(utilization.series().get(0).points())
        .extracting(Series.Point::x)
        .containsExactly(
            RESULT.server().cpuUtilization().value(),
            RESULT.server().pool("db").utilization().value());
  }

  @Test
  void theTopologyGoesFromTheClientsThroughTheServiceBackToThem() {
    Diagram topology = block(REPORT, "resources", Diagram.class);

    assertThat(topology.boxes())
        .extracting(Diagram.Box::name)
        .containsExactly("clients", "shop", "clients");
    assertThat(topology.boxes()).extracting(Diagram.Box::x).isSorted().doesNotHaveDuplicates();
    assertThat(topology.boxes().get(1).marked()).isTrue();
    assertThat(topology.arrows()).hasSize(2);
  }

  @Test
  void aFaultIsMarkedWhereItIsAndShows() {
    Chart waiting = chart("course-pool-queue");

    assertThat(waiting.marks())
        .filteredOn(mark -> mark.kind() == Mark.Kind.FAULT)
        .containsExactly(
            new Mark("pool db of shop at 1 connection", Mark.Kind.FAULT, Mark.Along.X, 4, 7));
    double[] queue = ys(waiting, "db");
    assertThat(queue).hasSize(10);
    assertThat(queue[5]).isGreaterThan(10 * queue[2]);
  }

  @Test
  void whatIfsStandBesideTheScenarioAsItIs() {
    Chart latency = chart("what-if-latency");
    assertThat(latency.y().categories()).containsExactly("as it is", "Black Friday");

    Table table = block(REPORT, "what-ifs", Table.class);
    assertThat(table.header()).containsExactly("metric", "as it is", "Black Friday (traffic x 2)");
    assertThat(table.rows())
        .filteredOn(row -> row.get(0).equals("throughput"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(2)).contains("(+"));
  }

  @Test
  void headroomShowsEachPromiseAgainstItsLimit() {
    Chart curve = chart("headroom-curve");

    double p95 = RESULT.latency().p95().value();
    assertThat(curve.series().get(0).points().get(0))
        .isEqualTo(new Series.Point(1, p95 / 0.010, ""));
  }

  @Test
  void theScenarioIsThereAsAFile() {
    assertThat(block(REPORT, "reproduce", Prose.class).lines())
        .contains("fastsim: 1", "name: shop");
  }

  @Test
  void howRequestsEndedAddsUp() {
    assertThat(block(REPORT, "trust", Table.class).rows())
        .extracting(row -> row.get(0))
        .containsExactly(
            "offered", "completed", "dropped", "rejected", "timed out", "in flight at the end");
  }
}
