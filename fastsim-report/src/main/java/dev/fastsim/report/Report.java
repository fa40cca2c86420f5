package dev.fastsim.report;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.capacity.Sizing;
import dev.fastsim.experiment.Comparison;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.Sweep;
import dev.fastsim.report.page.Chart;
import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Status;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Judge;
import dev.fastsim.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A result as one HTML file: without a link to the outside, for light and dark, for large and small
 * screens, for print, for keyboards and for screen readers.
 *
 * <pre>{@code
 * Report.of(FastSim.simulate(CheckoutSpecTest.class)).writeTo(Path.of("checkout.html"));
 * }</pre>
 */
public final class Report {

  private final Page page;

  private Report(Page page) {
    this.page = page;
  }

  /** The report of a page. */
  public static Report of(Page page) {
    return new Report(page);
  }

  /** The report of a window of a replication: what each core and each request did when. */
  public static Report of(Timeline timeline) {
    Page page =
        new Page(
            timeline.scenario(),
            "Replication %d, seed %d".formatted(timeline.replication(), timeline.seed()),
            Status.NEUTRAL,
            "The event loop, event by event",
            List.of(TimelineSection.of(timeline)));
    return of(page);
  }

  /**
   * The report of a result, judged by what its scenario promises. To show how a run went over time,
   * the first one is simulated once more.
   */
  public static Report of(SimulationResult result) {
    return of(new Assessment(result, Judge.judge(result, result.scenario().objectives())));
  }

  /** The report of a result and its verdicts; {@link RunReport} can say more. */
  public static Report of(Assessment assessment) {
    return RunReport.of(assessment).toReport(() -> false);
  }

  /** The report of two results side by side. */
  public static Report of(Comparison comparison) {
    return of(ComparisonPage.of(comparison));
  }

  /** The report of a scenario over the values of a parameter or two. */
  public static Report of(Sweep sweep) {
    return of(SweepPage.of(sweep));
  }

  /** The report of the machines that keep all promises. */
  public static Report of(Sizing sizing) {
    return of(SizingPage.of(sizing));
  }

  /**
   * The report of how much traffic a scenario has room for.
   *
   * @param scenario whose room it is
   */
  public static Report of(Scenario scenario, Headroom headroom) {
    return of(
        new Page(
            scenario.name(),
            "%d multiples of the traffic tried, seed %d"
                .formatted(headroom.trials().size(), scenario.runs().seed()),
            Status.NEUTRAL,
            "Headroom: " + headroom.text(),
            List.of(HeadroomSection.of(headroom), ReproduceSection.of(scenario))));
  }

  /** What is on it. */
  public Page page() {
    return page;
  }

  /** The same report with one more section at its end. */
  public Report with(Section section) {
    List<Section> sections = new ArrayList<>(page.sections());
    sections.add(section);
    return new Report(
        new Page(page.title(), page.subtitle(), page.status(), page.headline(), sections));
  }

  /**
   * One of its charts, such as {@code latency-histogram}, {@code latency-percentiles}, {@code
   * time-shares}, {@code utilization} or {@code course-latency}.
   *
   * @throws IllegalArgumentException if there is none of this id; the message lists those there are
   */
  public Chart chart(String id) {
    List<Chart> charts =
        page.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(Chart.class::isInstance)
            .map(Chart.class::cast)
            .toList();
    return charts.stream()
        .filter(chart -> chart.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no chart '%s'; the report of %s has %s"
                        .formatted(id, page.title(), charts.stream().map(Chart::id).toList())));
  }

  /**
   * Draws the distribution of a result's latencies into an SVG file; folders are made as needed.
   *
   * @throws IllegalArgumentException if no request completed
   * @throws IOException if the file cannot be written
   */
  public static void plotLatencyDistribution(SimulationResult result, Path svg) throws IOException {
    Chart histogram =
        LatencySection.histogram(result)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no request of %s completed, so there is no latency to draw"
                            .formatted(result.scenario().name())));
    write(svg, histogram.toSvg());
  }

  /** The page as Markdown, for a comment on a change: without charts. */
  public String toMarkdown() {
    return page.toMarkdown();
  }

  /** The page as HTML. */
  public String toHtml() {
    return page.toHtml();
  }

  /**
   * Writes the page, in UTF-8; folders are made as needed.
   *
   * @throws IOException if that is not possible
   */
  public void writeTo(Path file) throws IOException {
    write(file, toHtml());
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
