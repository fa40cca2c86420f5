package dev.fastsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fastsim.FastSim;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Series;
import dev.fastsim.report.page.Status;
import dev.fastsim.report.page.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final SimulationResult BREAKING = FastSim.simulate(Shops.breaking());

  private final Report report = Report.of(BREAKING);

  static <T> T block(Report report, String section, Class<T> type) {
    return report.page().sections().stream()
        .filter(each -> each.id().equals(section))
        .flatMap(each -> each.blocks().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWorstVerdictIsTheHeadline() {
    assertThat(report.page().status()).isEqualTo(Status.BAD);
    assertThat(report.page().headline()).isEqualTo("1 of 2 promises is broken");
  }

  @Test
  void withoutPromisesNothingIsJudged() {
    Report plain = Report.of(FastSim.simulate(Shops.shop("shop").build()));

    assertThat(plain.page().status()).isEqualTo(Status.NEUTRAL);
    assertThat(plain.page().headline()).startsWith("Nothing is promised");
    assertThat(plain.page().sections()).noneMatch(section -> section.id().equals("promises"));
  }

  @Test
  void aVerdictShowsLimitValueIntervalAndMargin() {
    double p95 = BREAKING.latency().p95().value();

    Verdicts.Row broken = block(report, "promises", Verdicts.class).rows().get(0);
    assertThat(broken.status()).isEqualTo(Status.BAD);
    assertThat(broken.metric() + " " + broken.limit()).isEqualTo("p95 <= 10 ms");
    assertThat(broken.measured()).startsWith("%.1f".formatted(p95 * 1e3));
    assertThat(broken.interval()).matches("[\\d.]+ ms \\.\\. [\\d.]+ ms");
    assertThat(broken.margin()).isEqualTo("%.2fx the limit".formatted(p95 / 0.010));
    assertThat(broken.barPercent()).isEqualTo(100);

    Verdicts.Row kept = block(report, "promises", Verdicts.class).rows().get(1);
    assertThat(kept.status()).isEqualTo(Status.GOOD);
    assertThat(kept.metric()).isEqualTo("POST /item p95");
    assertThat(kept.margin()).endsWith("% below");
  }

  @Test
  void theHistogramHoldsEveryRequestOfEachEndpoint() {
    Chart histogram = block(report, "latency", Chart.class);

    assertThat(histogram.series())
        .extracting(Series::name)
        .containsExactlyInAnyOrder("GET /item", "POST /item");
    assertThat(histogram.series())
        .allSatisfy(
            series ->
                assertThat(series.points().stream().mapToDouble(Series.Point::y).sum())
                    .isBetween(1 - 1e-9, 1 + 1e-9));
    assertThat(histogram.marks())
        .extracting(mark -> mark.text())
        .containsExactly("p95 <= 10 ms", "POST /item p95 <= 1 s");
  }

  @Test
  void anotherSectionComesLast() {
    Section own =
        new Section("own", "Of my own", "", List.of(new Prose(Prose.Kind.LIST, List.of("a"))));

    assertThat(report.with(own).page().sections()).last().isEqualTo(own);
  }

  @Test
  void foldersAreMadeAsNeeded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("made/as needed/shop.html");
    report.writeTo(file);
    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void theSameResultGivesTheSameBytes() {
    assertThat(Report.of(FastSim.simulate(Shops.breaking())).toHtml()).isEqualTo(report.toHtml());
  }

  @Test
  void aPageHasNoLinkToElsewhereAndIsSmall() {
    String html = report.toHtml();
    assertThat(html).doesNotContainPattern("(src|href)=\"?(https?:)?//").doesNotContain("@import");
    assertThat(html.length()).isLessThan(1_000_000);
  }
}
