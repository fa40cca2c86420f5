package dev.fastsim.report;

import dev.fastsim.capacity.Headroom;
import dev.fastsim.capacity.Remedies;
import dev.fastsim.experiment.ProgressMonitor;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.experiment.WarmUp;
import dev.fastsim.report.page.Page;
import dev.fastsim.report.page.Section;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.sla.Assessment;
import dev.fastsim.sla.Verdict;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts together the report of a run: what became of the promises, then why. */
public final class RunReport {

  private final Assessment assessment;
  private final SimulationResult result;
  private final List<Circumstances> whatIfs = new ArrayList<>();
  private Function<Verdict, Optional<Remedies.Findings>> remedies = any -> Optional.empty();
  private Optional<Headroom> headroom = Optional.empty();

  /**
   * Other circumstances in which the scenario was simulated.
   *
   * @param name of the what-if
   * @param changes in words
   * @param assessment in these circumstances
   */
  record Circumstances(String name, String changes, Assessment assessment) {}

  private RunReport(Assessment assessment) {
    this.assessment = assessment;
    this.result = assessment.result();
  }

  /** The report of a result and its verdicts. */
  public static RunReport of(Assessment assessment) {
    return new RunReport(assessment);
  }

  /**
   * Says what would keep each promise that is broken.
   *
   * @param found gives what was found for a verdict on the scenario as it is
   */
  public RunReport remedies(Function<Verdict, Optional<Remedies.Findings>> found) {
    this.remedies = found;
    return this;
  }

  /**
   * Adds other circumstances, to be shown beside the scenario as it is.
   *
   * @param name of the what-if
   * @param changes in words: {@code traffic x 2}
   * @param other the scenario in these circumstances
   */
  public RunReport whatIf(String name, String changes, Assessment other) {
    whatIfs.add(new Circumstances(name, changes, other));
    return this;
  }

  /** Adds how much traffic there is room for. */
  public RunReport headroom(Headroom room) {
    this.headroom = Optional.of(room);
    return this;
  }

  /**
   * The report. The first run is simulated once more, to show how it went over time.
   *
   * @param monitor may cancel that
   * @throws java.util.concurrent.CancellationException if it does
   */
  public Report toReport(ProgressMonitor monitor) {
    PromisesSection promises = new PromisesSection();
    promises.add("", assessment.verdicts());
    whatIfs.forEach(each -> promises.add(each.name(), each.assessment().verdicts()));
    List<Section> sections = new ArrayList<>();
    promises.section().ifPresent(sections::add);
    WhySection.of(result, assessment.verdicts(), remedies).ifPresent(sections::add);
    sections.add(LatencySection.of(result));
    TimeSpentSection.of(result).ifPresent(sections::add);
    sections.add(ResourcesSection.of(result));
    if (!whatIfs.isEmpty()) {
      sections.add(WhatIfSection.of(result, whatIfs));
    }
    headroom.map(HeadroomSection::of).ifPresent(sections::add);
    sections.add(CourseSection.of(result, monitor));
    sections.add(TrustSection.of(result));
    sections.add(ReproduceSection.of(result.scenario()));
    return Report.of(
        new Page(
            result.scenario().name(),
            subtitle(result),
            promises.status(),
            promises.headline(),
            sections));
  }

  /** What was simulated, in a line. */
  static String subtitle(SimulationResult result) {
    RunPlan plan = result.scenario().runs();
    return "%s of %s simulated%s, %s requests, seed %d"
        .formatted(
            result.runsText(),
            Durations.format((double) plan.duration().toNanos()),
            warmUp(result.warmUp()),
            Counts.format(result.outcomes().offered()),
            plan.seed());
  }

  private static String warmUp(WarmUp warmUp) {
    return warmUp.length().isZero()
        ? ""
        : " (the first %s not measured)"
            .formatted(Durations.format((double) warmUp.length().toNanos()));
  }
}
