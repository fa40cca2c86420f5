package dev.fastsim.report;

import dev.fastsim.capacity.Remedies;
import dev.fastsim.capacity.Remedy;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Table;
import dev.fastsim.scenario.Objective;
import dev.fastsim.sla.Decision;
import dev.fastsim.sla.Explanation;
import dev.fastsim.sla.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Of each promise that is not kept: why, and what would keep it. */
final class WhySection {

  private WhySection() {}

  /**
   * The section; empty if all is kept.
   *
   * @param remedies of a verdict, as far as they were looked for
   */
  static Optional<Section> of(
      SimulationResult result,
      List<Verdict> verdicts,
      Function<Verdict, Optional<Remedies.Findings>> remedies) {
    List<Block> blocks = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict.decision() != Decision.PASS) {
        List<String> lines = new ArrayList<>(Explanation.of(result, verdict).lines().toList());
        Optional<Remedies.Findings> findings = remedies.apply(verdict);
        findings
            .filter(each -> each.found().isEmpty())
            .ifPresent(none -> lines.add("  " + none.text()));
        blocks.add(new Prose(Prose.Kind.PREFORMATTED, lines));
        findings
            .filter(each -> !each.found().isEmpty())
            .ifPresent(found -> blocks.add(table(verdict, found)));
      }
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section("why", "Why", "What stands behind each promise that is not kept.", blocks));
  }

  private static Table table(Verdict verdict, Remedies.Findings findings) {
    Objective objective = verdict.objective();
    List<List<String>> rows = new ArrayList<>();
    for (Remedy remedy : findings.found()) {
      rows.add(
          List.of(
              remedy.change().text(remedy.before()),
              objective.valueText(remedy.verdict().measured().value())));
    }
    return new Table(
        "%s%s would be kept by any one of these, each the smallest of its kind and simulated%s"
            .formatted(
                objective.subject().map(subject -> subject + " ").orElse(""),
                objective.text(),
                findings.complete()
                    ? ""
                    : " (the search ended at its limit of simulated requests)"),
        List.of("change", objective.metricText() + " with it"),
        rows);
  }
}
