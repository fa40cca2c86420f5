package dev.fastsim.report;

import dev.fastsim.experiment.ComparedWithTheory;
import dev.fastsim.experiment.SimulationResult;
import dev.fastsim.metrics.Outcomes;
import dev.fastsim.report.page.Block;
import dev.fastsim.report.page.Prose;
import dev.fastsim.report.page.Section;
import dev.fastsim.report.page.Table;
import dev.fastsim.theory.Theory;
import dev.fastsim.units.Counts;
import dev.fastsim.units.Shares;
import java.util.ArrayList;
import java.util.List;

/** What the numbers rest on: how requests ended, what is taken for granted, what theory says. */
final class TrustSection {

  private TrustSection() {}

  static Section of(SimulationResult result) {
    List<Block> blocks = new ArrayList<>();
    if (!result.warnings().isEmpty()) {
      blocks.add(
          new Prose(
              Prose.Kind.PARAGRAPHS, result.warnings().stream().map("Warning: "::concat).toList()));
    }
    if (!result.assumptions().isEmpty()) {
      blocks.add(new Prose(Prose.Kind.LIST, result.assumptions()));
    }
    blocks.add(outcomes(result.outcomes()));
    addTheory(result, blocks);
    return new Section(
        "trust",
        "How far to trust it",
        "What this scenario takes for granted, and what makes the numbers less certain.",
        blocks);
  }

  private static Table outcomes(Outcomes outcomes) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("offered", outcomes.offered(), outcomes));
    rows.add(row("completed", outcomes.completed(), outcomes));
    rows.add(row("dropped", outcomes.dropped(), outcomes));
    rows.add(row("rejected", outcomes.rejected(), outcomes));
    rows.add(row("timed out", outcomes.timedOut(), outcomes));
    rows.add(row("in flight at the end", outcomes.inFlight(), outcomes));
    return new Table(
        "How requests ended, all runs together", List.of("outcome", "requests", "share"), rows);
  }

  private static List<String> row(String name, long count, Outcomes outcomes) {
    return List.of(name, Counts.format(count), Shares.format((double) count / outcomes.offered()));
  }

  private static void addTheory(SimulationResult result, List<Block> blocks) {
    if (result.theory() instanceof Theory.Known known) {
      List<List<String>> rows = new ArrayList<>();
      for (Theory.Prediction prediction : known.predictions()) {
        ComparedWithTheory compared = ComparedWithTheory.of(result, prediction);
        rows.add(List.of(compared.label(), compared.expected(), compared.observed()));
      }
      blocks.add(
          new Table(
              "Queueing theory: %s (%s)".formatted(known.name(), known.source()),
              List.of("quantity", "exact", "simulated"),
              rows));
    } else if (result.theory() instanceof Theory.Unknown unknown) {
      blocks.add(
          new Prose(
              Prose.Kind.PARAGRAPHS,
              List.of("Queueing theory has no formula for it, since " + unknown.reason() + ".")));
    }
  }
}
