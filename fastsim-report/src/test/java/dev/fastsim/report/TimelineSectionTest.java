package dev.fastsim.report;

import static dev.fastsim.scenario.ScenarioBuilder.blockingIo;
import static dev.fastsim.scenario.ScenarioBuilder.cpu;
import static dev.fastsim.scenario.ScenarioBuilder.io;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fastsim.FastSim;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.scenario.Workload.OpenRate.Spacing;
import dev.fastsim.timeline.RecordedRequest;
import dev.fastsim.timeline.Span;
import dev.fastsim.timeline.Timeline;
import dev.fastsim.timeline.TimelineWindow;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** A timeline as a page, as a picture and as text. */
class TimelineSectionTest {

  private static final String HOSTILE = "<script>alert(\"1\")</script> 'é'";

  /** A request every ten milliseconds, from 10 ms to 50 ms; each holds the core for 8 ms. */
  private static Timeline stalled(String endpoint) {
    ScenarioBuilder scenario =
        Scenario.builder("stalled")
            .endpoint(endpoint, cpu("parse", "2 ms"), blockingIo("read", "10 ms"))
            .workload(new Workload.OpenRate(100, Spacing.CONSTANT))
            .runs(new RunPlan(Duration.ofMillis(55), Duration.ZERO, 1, 1, 1));
    return FastSim.timeline(scenario.build(), new TimelineWindow.From(Duration.ZERO, 100));
  }

  private static Document page(Timeline timeline) {
    return Jsoup.parse(Report.of(timeline).toHtml());
  }

  @Test
  void eachCoreAndEachRequestHasALane() {
    Document page = page(stalled("GET"));

    assertThat(page.select(".lane.core .name").eachText()).containsExactly("core 1");
    assertThat(page.select(".lane.request .name").eachText())
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void barsLieWhereTheSpansDo() {
    Document page = page(stalled("GET"));

    List<Element> first = page.select(".lane.request").get(0).select(".track .bar");
    assertThat(first).hasSize(2);
    assertThat(first.get(0).classNames()).containsExactly("bar", "running");
    assertThat(first.get(0).attr("data-start")).isEqualTo("10000000");
    assertThat(first.get(0).attr("data-end")).isEqualTo("12000000");
    assertThat(percent(first.get(0), "left")).isCloseTo(100 * 10 / 55.0, within(1e-3));
    assertThat(percent(first.get(0), "width")).isCloseTo(100 * 2 / 55.0, within(1e-3));
    assertThat(first.get(1).classNames()).containsExactly("bar", "blocking", "stalls");
    List<Element> second = page.select(".lane.request").get(1).select(".track .bar");
    assertThat(second.get(0).classNames()).containsExactly("bar", "ready");
  }

  private static double percent(Element bar, String property) {
    String style = bar.attr("style");
    String from = style.substring(style.indexOf(property + ":") + property.length() + 1);
    return Double.parseDouble(from.substring(0, from.indexOf('%')));
  }

  @Test
  void whatStallsTheLoopIsSaidInWords() {
    Document page = page(stalled("GET"));

    // In 55 ms the core is held from 10 ms on: 2 ms + 10 ms, four times (the last is cut at 55).
    assertThat(page.select(".loop .fact").get(0).text())
        .isEqualTo(
            "In these 55 ms the cores compute for 14.5% of the time, are blocked for 67.3%"
                + " (67.3% by read), and are idle for 18.2%.");
    assertThat(page.select(".loop details table tbody tr").eachText().get(1))
        .isEqualTo(
            "2 GET 20 ms 14 ms completed ready queue 2 ms; computing parse 2 ms on core 1;"
                + " blocked by read 10 ms on core 1");
  }

  @Test
  void namesAreShownAndNeverExecuted() {
    Timeline timeline = stalled(HOSTILE);

    Document page = page(timeline);

    assertThat(page.select(".lane.request .name").get(0).attr("title"))
        .isEqualTo(HOSTILE + ", completed");
    assertThat(page.select("script").eachText()).noneMatch(text -> text.contains("alert("));
    String svg = TimelinePicture.of(timeline);
    assertThat(svg).doesNotContain("<script");
    assertThat(Jsoup.parse(svg, Parser.xmlParser()).select("svg > title").text())
        .isEqualTo("stalled");
  }

  @Test
  void theSlowestRequestIsMarkedAndTold() {
    Timeline timeline =
        FastSim.timeline(
            Scenario.builder("shop")
                .poissonArrivals(200)
                .endpoint("GET", cpu("parse", "exponential(2 ms)"), io("load", "exponential(9 ms)"))
                .runs(new RunPlan(Duration.ofSeconds(10), Duration.ofSeconds(1), 5, 2, 2))
                .build(),
            TimelineWindow.aroundSlowest());
    int number = timeline.slowest().orElseThrow();

    Document page = page(timeline);

    assertThat(page.select(".lane.slowest").eachAttr("data-label"))
        .containsExactly(Integer.toString(number));
    assertThat(page.select(".loop .fact").get(1).text())
        .startsWith("The slowest request of the run is number %d (GET): ".formatted(number));
    assertThat(TimelineText.of(timeline)).contains("%d * ".formatted(number));
  }

  @Test
  void aLongWindowHasNotMoreLanesThanFitAndSaysSo() {
    Timeline timeline =
        FastSim.timeline(
            Scenario.builder("shop")
                .cores(40)
                .poissonArrivals(8000)
                .endpoint("GET", cpu("parse", "exponential(4 ms)"), io("load", "100 ms"))
                .runs(new RunPlan(Duration.ofSeconds(1), Duration.ZERO, 5, 1, 1))
                .build(),
            new TimelineWindow.From(Duration.ofMillis(500), 50));

    Document page = page(timeline);

    assertThat(timeline.requests()).hasSizeGreaterThan(500);
    assertThat(page.select(".lane.request")).hasSize(80);
    assertThat(page.select(".lane.core")).hasSizeLessThanOrEqualTo(32);
    assertThat(page.select(".loop .note").text())
        .contains("of %d requests have no lane of their own".formatted(timeline.requests().size()));
    assertThat(page.select(".loop details tbody tr")).hasSize(timeline.requests().size());
  }

  @Test
  void textIsAPictureOf80Columns() {
    String text = TimelineText.of(stalled("GET"));

    assertThat(text.lines().allMatch(line -> line.length() <= 80 || line.startsWith("In these")))
        .as(text)
        .isTrue();
    // Columns of 55/64 ms: 2 ms of computing are two or three of them, 10 ms of reading eleven or
    // twelve.
    assertThat(text).containsPattern("\n +core 1 {12,14}##+B{11,12}#");
    assertThat(text).containsPattern("\n +2 +\\.+#+B+\n");
  }

  @Test
  void everySpanOfTheWindowIsInThePicture() {
    Timeline timeline = stalled("GET");
    long spans =
        timeline.requests().stream().map(RecordedRequest::spans).mapToLong(List::size).sum();
    long held =
        timeline.requests().stream()
            .flatMap(request -> request.spans().stream())
            .map(Span::heldCore)
            .filter(core -> core.isPresent())
            .count();

    Document svg = Jsoup.parse(TimelinePicture.of(timeline), Parser.xmlParser());

    assertThat(svg.select("rect > title")).hasSize((int) (spans + held));
  }
}
