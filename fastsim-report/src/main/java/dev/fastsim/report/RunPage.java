package dev.fastsim.report;

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

/** Lays out the page of a run: what became of the promises, then why. */
final class RunPage {

  private final Assessment assessment;
  private final SimulationResult result;

  RunPage(Assessment assessment) {
    this.assessment = assessment;
    this.result = assessment.result();
  }

  Page page() {
    List<Verdict> verdicts = assessment.verdicts();
    List<Section> sections = new ArrayList<>();
    PromisesSection promises = new PromisesSection();
    promises.add("", verdicts);
    promises.section().ifPresent(sections::add);
    sections.add(LatencySection.of(result));
    return new Page(
        result.scenario().name(), subtitle(), promises.status(), promises.headline(), sections);
  }

  private String subtitle() {
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
