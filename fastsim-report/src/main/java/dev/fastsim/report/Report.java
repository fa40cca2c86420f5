package dev.fastsim.report;

import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Status;
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
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, toHtml());
  }
}
